// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import dev.pollen.processor.model.StateGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is written at the states and edges of a diagram, the same in each format. */
final class StateTexts {
    private static final int LONGEST = 60;

    private final FrameReport frame;

    StateTexts(FrameReport frame) {
        this.frame = frame;
    }

    /** The lines of text in a state: its number and line, its await, what is kept, and for what. */
    List<String> of(StateGraph.State state) {
        List<String> text = new ArrayList<>();
        int line = line(state.number());
        text.add("state " + state.number() + (line > 0 ? ", line " + line : ""));
        String await = await(state.number());
        if (!await.isEmpty()) {
            text.add(await);
        }
        if (!state.live().isEmpty()) {
            text.add("keeps " + kept(state));
        }
        if (!state.child().isEmpty()) {
            text.add("waits for " + child(state));
        }
        return text;
    }

    /** The variables with their bytes. */
    static String kept(StateGraph.State state) {
        return state.live().stream()
                .map(live -> (live.type() + " " + (live.name().isEmpty() ? "(temporary)" : live.name())) + ": "
                        + live.bytes())
                .collect(Collectors.joining(", "));
    }

    /** The child as the frame has it. */
    private String child(StateGraph.State state) {
        return frame.children().stream()
                .filter(part -> part.type().equals(state.child()))
                .findFirst()
                .map(part -> part.name() + ": " + part.bytes() + (part.isOpen() ? "+" : ""))
                .orElse("a future on the heap");
    }

    int line(int state) {
        return state <= frame.facts().lines().size() ? frame.facts().lines().get(state - 1) : 0;
    }

    String await(int state) {
        return state <= frame.facts().awaits().size()
                ? shortened(frame.facts().awaits().get(state - 1))
                : "";
    }

    /** The lines of text at an edge: why control goes there, and through which lines. */
    List<String> of(StateGraph.Edge edge) {
        List<String> text = new ArrayList<>();
        if (edge.thrown()) {
            text.add("throws " + String.join(" or ", edge.conditions()));
        } else {
            if (edge.from() != StateGraph.START) {
                text.add("ready");
            }
            edge.conditions().forEach(condition -> text.add(shortened(condition)));
        }
        if (!edge.lines().isEmpty()) {
            text.add(Lines.ranges(edge.lines()));
        }
        return text;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 2) + "..";
    }
}
