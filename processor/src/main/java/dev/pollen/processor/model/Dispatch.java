// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.List;

/**
 * What is known of a call that can be overridden.
 *
 * @param method the method that the call names, for people: two methods never share a text
 * @param maxDepth how many calls of it one chain of awaits may hold
 * @param frames internal names of the Future classes of the methods that the call can reach
 * @param open whether the call may reach others
 */
public record Dispatch(String method, int maxDepth, List<String> frames, boolean open) {
    /** How many frames a slot keeps. */
    public static final int MOST_FRAMES = 8;

    /** The {@code maxDepth} of a method that does not say it. */
    public static final int DEFAULT_DEPTH = 16;

    /** Copies the list. */
    public Dispatch {
        frames = List.copyOf(frames);
    }

    /**
     * Whether a slot cannot keep the frames of all receivers that are known.
     *
     * @return true if some are made anew for each call
     */
    public boolean isCrowded() {
        return frames.size() > MOST_FRAMES;
    }

    /**
     * The frames that a slot is made with.
     *
     * @return as many as it keeps
     */
    public List<String> keptFrames() {
        return frames.subList(0, Math.min(frames.size(), MOST_FRAMES));
    }
}
