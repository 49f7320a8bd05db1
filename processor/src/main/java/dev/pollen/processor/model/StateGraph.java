// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.List;

/**
 * The states of a woven body, and where control goes from one to the next. Lines and texts of the states are those of
 * {@link FrameFacts}.
 *
 * @param states the awaits and emits, in the order of their numbers, from 1
 * @param edges ordered by where they start, then by where they lead
 */
public record StateGraph(List<State> states, List<Edge> edges) {
    /** The number of the state in which nothing has run yet. */
    public static final int START = 0;

    /** The number of the state in which the body has returned. */
    public static final int DONE = -1;

    /** The number of the state in which the body has thrown. */
    public static final int FAILED = -2;

    /** Copies the lists. */
    public StateGraph {
        states = List.copyOf(states);
        edges = List.copyOf(edges);
    }

    /**
     * One await or emit.
     *
     * @param number its number
     * @param emits whether the body rests here because it has given a value
     * @param child internal name of the class of what is awaited, as the frame holds it; empty for an emit
     * @param live the variables that the frame keeps meanwhile
     */
    public record State(int number, boolean emits, String child, List<Live> live) {
        /** Copies the list. */
        public State {
            live = List.copyOf(live);
        }
    }

    /**
     * A variable that is needed after an await.
     *
     * @param name its name; empty where the class file does not say
     * @param type its type, as people write it, without packages
     * @param bytes what it takes in the frame
     */
    public record Live(String name, String type, int bytes) {}

    /**
     * A way from one state to another without an await in between.
     *
     * @param from the number of a state that control leaves
     * @param to the number of a state that it comes to
     * @param thrown whether an exception is caught on the way
     * @param conditions what holds on each such way: conditions of the source, or the types of the exceptions; empty where there
     *     is none, or none that can be told
     * @param lines the lines that can run on the way
     */
    public record Edge(int from, int to, boolean thrown, List<String> conditions, List<Integer> lines) {
        /** Copies the lists. */
        public Edge {
            conditions = List.copyOf(conditions);
            lines = List.copyOf(lines);
        }
    }
}
