// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.StateGraph;
import dev.pollen.processor.weave.layout.ObjectLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an application before it runs: each task and async function with all that it can ever await, its states,
 * and what it allocates.
 *
 * @param tasks the tasks, by name
 * @param functions the async functions, blocks and generators, by method
 */
public record Report(List<FrameReport> tasks, List<FrameReport> functions) {
    private static final String RECORD = "dev/pollen/executor/TaskRecord";

    /** Copies the lists. */
    public Report {
        tasks = List.copyOf(tasks);
        functions = List.copyOf(functions);
    }

    /**
     * Where a report looks things up; by internal names.
     *
     * @param facts finds the facts of woven frames; null for a class that is not one
     * @param shapes finds the shapes of classes
     * @param parts finds the classes of the objects that a slot is made with
     * @param graphs finds the states of woven frames
     * @param calls finds the calls in woven bodies of ordinary methods that allocate
     */
    public record Sources(
            Function<String, @Nullable FrameFacts> facts,
            Function<String, @Nullable ClassShape> shapes,
            Function<String, List<String>> parts,
            Function<FrameFacts, Optional<StateGraph>> graphs,
            Function<FrameFacts, List<String>> calls) {}

    /**
     * Adds up.
     *
     * @param frames the frames that the report is about
     * @param sources finds what they refer to
     * @return the report
     */
    public static Report of(List<FrameFacts> frames, Sources sources) {
        FrameTree tree = new FrameTree(sources.facts(), sources.shapes(), sources.parts());
        List<FrameReport> tasks = new ArrayList<>();
        List<FrameReport> functions = new ArrayList<>();
        for (FrameFacts frame : frames) {
            (frame.isTask() ? tasks : functions)
                    .add(new FrameReport(
                            frame,
                            tree.childrenOf(frame),
                            frame.isTask() ? ObjectLayout.bytes(RECORD, sources.shapes()) : 0,
                            sources.graphs().apply(frame).orElse(null),
                            sources.calls().apply(frame)));
        }
        Comparator<FrameReport> order = Comparator.comparing(FrameReport::name)
                .thenComparing(frame -> frame.facts().future());
        tasks.sort(order);
        functions.sort(order);
        return new Report(tasks, functions);
    }

    /**
     * Tasks and functions.
     *
     * @return all tasks, and then all functions
     */
    public List<FrameReport> frames() {
        List<FrameReport> all = new ArrayList<>(tasks);
        all.addAll(functions);
        return all;
    }

    /**
     * The memory of all pools.
     *
     * @return bytes
     */
    public long total() {
        return tasks.stream().mapToLong(FrameReport::total).sum();
    }
}
