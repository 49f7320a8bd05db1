// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.weave.layout.ObjectLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of an application's tasks: each frame with all that it can ever await, times the slots of its pool.
 *
 * @param tasks a row for each task, by name
 */
public record SizeReport(List<Row> tasks) {
    private static final String RECORD = "dev/pollen/executor/TaskRecord";

    /** Copies the list. */
    public SizeReport {
        tasks = List.copyOf(tasks);
    }

    /**
     * One task.
     *
     * @param task its name
     * @param states the number of its awaits
     * @param frame bytes of the frame object
     * @param children bytes of the futures that are made with it, to any depth
     * @param open whether calls that can be overridden may make more frames, once for each class that they see
     * @param record bytes of the record that the executor keeps beside each slot
     * @param body bytes of the body's code
     * @param slots the number of slots
     */
    public record Row(
            String task, int states, int frame, long children, boolean open, int record, int body, int slots) {
        /**
         * The memory of the whole pool.
         *
         * @return bytes
         */
        public long total() {
            return slots * (frame + children + record);
        }
    }

    /**
     * Adds up.
     *
     * @param frames the tasks' frames
     * @param facts finds the facts of other woven frames; null for a class that is not one
     * @param shapes finds the shapes of classes
     * @param parts finds the classes of the objects that a slot is made with
     * @return the report
     */
    public static SizeReport of(
            List<FrameFacts> frames,
            Function<String, @Nullable FrameFacts> facts,
            Function<String, @Nullable ClassShape> shapes,
            Function<String, List<String>> parts) {
        FrameTree tree = new FrameTree(facts, shapes, parts);
        List<Row> rows = new ArrayList<>();
        for (FrameFacts frame : frames) {
            if (frame.isTask()) {
                FrameTree.Size children = tree.childrenOf(frame);
                rows.add(new Row(
                        frame.name(),
                        frame.lines().size(),
                        frame.bytes(),
                        children.bytes(),
                        children.open(),
                        ObjectLayout.bytes(RECORD, shapes),
                        frame.bodyBytes(),
                        frame.poolSize()));
            }
        }
        rows.sort(Comparator.comparing(Row::task));
        return new SizeReport(rows);
    }

    /**
     * The memory of all pools.
     *
     * @return bytes
     */
    public long total() {
        return tasks.stream().mapToLong(Row::total).sum();
    }
}
