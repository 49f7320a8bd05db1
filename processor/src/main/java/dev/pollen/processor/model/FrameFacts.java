// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.List;

/**
 * What the {@code @FrameInfo} of a woven Future class says.
 *
 * @param future internal name of the Future class
 * @param method the method for people
 * @param file the source file
 * @param lines the line of each suspended state
 * @param awaits the text of each suspended state
 * @param bytes the size of the frame object alone
 * @param children internal names of the classes of its slots
 * @param bodyBytes the size of the body's code
 * @param poolSize the number of slots of a task; 0 for a function
 * @param name the task's name; empty for a function
 */
public record FrameFacts(
        String future,
        String method,
        String file,
        List<Integer> lines,
        List<String> awaits,
        int bytes,
        List<String> children,
        int bodyBytes,
        int poolSize,
        String name) {
    /** Copies the lists. */
    public FrameFacts {
        lines = List.copyOf(lines);
        awaits = List.copyOf(awaits);
        children = List.copyOf(children);
    }

    /**
     * Whether it is the frame of a task.
     *
     * @return false for a function
     */
    public boolean isTask() {
        return poolSize > 0;
    }
}
