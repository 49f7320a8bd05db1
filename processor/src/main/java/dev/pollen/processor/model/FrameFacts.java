// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param maxBytes what the frame and all that is made with it may take; 0 where nothing is said
 * @param slotsOver the slots in use over each suspended state, such as {@code 0 2}
 * @param allocations what the body allocates when it runs, such as {@code 17: new Buffer}
 * @param maxDepth how many frames of the method one chain may hold; 0 where the method does not say
 * @param receivers what is known of the slots of calls that can be overridden
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
        String name,
        int maxBytes,
        List<String> slotsOver,
        List<String> allocations,
        int maxDepth,
        List<Receivers> receivers) {
    /** Copies the lists. */
    public FrameFacts {
        receivers = List.copyOf(receivers);
        allocations = List.copyOf(allocations);
        slotsOver = List.copyOf(slotsOver);
        lines = List.copyOf(lines);
        awaits = List.copyOf(awaits);
        children = List.copyOf(children);
    }

    /**
     * The slot of a call that can be overridden.
     *
     * @param slot its index among the children
     * @param method the method that is called, for people
     * @param frames internal names of the classes of the frames that are made with it
     * @param open whether other frames may be made later
     */
    public record Receivers(int slot, String method, List<String> frames, boolean open) {
        /** Copies the list. */
        public Receivers {
            frames = List.copyOf(frames);
        }
    }

    /**
     * What is known of the receivers of a slot.
     *
     * @param slot an index of the children
     * @return what is known; null for the slot of a call that cannot be overridden
     */
    public @Nullable Receivers receiversOf(int slot) {
        return receivers.stream().filter(r -> r.slot() == slot).findFirst().orElse(null);
    }

    /**
     * The slots whose futures are in use over an await: those that are awaited, their parts, and what variables hold.
     *
     * @param state the number of a suspended state, from 1
     * @return indices of the children
     */
    public List<Integer> slotsOver(int state) {
        return state > slotsOver.size() || slotsOver.get(state - 1).isEmpty()
                ? List.of()
                : Arrays.stream(slotsOver.get(state - 1).split(" "))
                        .map(Integer::valueOf)
                        .toList();
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
