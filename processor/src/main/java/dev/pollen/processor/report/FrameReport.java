// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.StateGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One task or async function.
 *
 * @param facts what is written down of its frame
 * @param children what is made with the frame
 * @param record bytes of the record that the executor keeps beside each slot of a task; 0 for a function
 * @param graph its states and what leads from one to the next; null where a class file is missing
 * @param calls its calls of ordinary methods that allocate, such as {@code 17: calls Meter.text, which allocates at ..}
 */
public record FrameReport(
        FrameFacts facts,
        List<Part> children,
        int record,
        @Nullable StateGraph graph,
        List<String> calls) {
    /** Copies the lists. */
    public FrameReport {
        children = List.copyOf(children);
        calls = List.copyOf(calls);
    }

    /**
     * Its name.
     *
     * @return a task's name, or the method with the types of its parameters
     */
    public String name() {
        return facts.isTask() ? facts.name() : facts.method();
    }

    /**
     * What is made with one frame, to any depth, without the frame itself.
     *
     * @return bytes
     */
    public long childrenBytes() {
        return Part.bytes(children);
    }

    /**
     * Whether calls that can be overridden may make more frames, once for each class that they see.
     *
     * @return false if all is made with the frame
     */
    public boolean isOpen() {
        return children.stream().anyMatch(Part::isOpen);
    }

    /**
     * The memory of one frame, or of a task's whole pool.
     *
     * @return bytes
     */
    public long total() {
        return Math.max(1, facts.poolSize()) * (facts.bytes() + childrenBytes() + record);
    }
}
