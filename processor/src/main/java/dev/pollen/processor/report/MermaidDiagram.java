// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import dev.pollen.processor.model.StateGraph;
import java.util.List;
import java.util.stream.Collectors;

/** Writes state diagrams for Mermaid: a Markdown page with a diagram for each task and function. */
final class MermaidDiagram {
    private final Lines text = new Lines();

    private MermaidDiagram() {}

    static String of(Report report) {
        MermaidDiagram diagram = new MermaidDiagram();
        for (FrameReport frame : report.frames()) {
            StateGraph graph = frame.graph();
            if (graph != null) {
                diagram.write(frame, graph);
            }
        }
        return diagram.text.toString();
    }

    private void write(FrameReport frame, StateGraph graph) {
        StateTexts texts = new StateTexts(frame);
        text.add("## `" + frame.facts().method() + "`");
        text.add("");
        text.add("```mermaid");
        text.add("flowchart TD");
        text.in();
        text.add("start((\" \"))");
        for (StateGraph.State state : graph.states()) {
            text.add(node(state.number()) + "(" + quoted(texts.of(state)) + ")");
        }
        if (leadsTo(graph, StateGraph.DONE)) {
            text.add("done(((\"done\")))");
        }
        if (leadsTo(graph, StateGraph.FAILED)) {
            text.add("fails{{\"fails\"}}");
        }
        for (StateGraph.Edge edge : graph.edges()) {
            List<String> label = texts.of(edge);
            text.add(node(edge.from()) + (edge.thrown() ? " -.->" : " -->")
                    + (label.isEmpty() ? "" : "|" + quoted(label) + "|") + " " + node(edge.to()));
        }
        text.out();
        text.add("```");
        text.add("");
    }

    private static boolean leadsTo(StateGraph graph, int state) {
        return graph.edges().stream().anyMatch(edge -> edge.to() == state);
    }

    private static String node(int state) {
        return switch (state) {
            case StateGraph.START -> "start";
            case StateGraph.DONE -> "done";
            case StateGraph.FAILED -> "fails";
            default -> "s" + state;
        };
    }

    /** Mermaid takes HTML in quotes, and its own entities. */
    private static String quoted(List<String> lines) {
        return lines.stream()
                .map(line -> line.replace("&", "&amp;")
                        .replace("\"", "&quot;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("#", "&num;"))
                .collect(Collectors.joining("<br>", "\"", "\""));
    }
}
