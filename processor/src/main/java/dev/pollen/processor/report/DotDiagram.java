// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import dev.pollen.processor.model.StateGraph;
import java.util.List;
import java.util.stream.Collectors;

/** Writes state diagrams for Graphviz: one graph, with a cluster for each task and function. */
final class DotDiagram {
    private final Lines text = new Lines();

    private DotDiagram() {}

    static String of(Report report) {
        DotDiagram diagram = new DotDiagram();
        diagram.write(report);
        return diagram.text.toString();
    }

    private void write(Report report) {
        text.add("digraph states {");
        text.in();
        text.add("node [shape=box, style=rounded, fontname=monospace, fontsize=10];");
        text.add("edge [fontname=monospace, fontsize=9];");
        int number = 0;
        for (FrameReport frame : report.frames()) {
            StateGraph graph = frame.graph();
            if (graph != null) {
                cluster(frame, graph, number++);
            }
        }
        text.out();
        text.add("}");
    }

    private void cluster(FrameReport frame, StateGraph graph, int number) {
        StateTexts texts = new StateTexts(frame);
        String prefix = "f" + number;
        text.add("subgraph cluster_" + prefix + " {");
        text.in();
        text.add("label=" + quoted(List.of(frame.facts().method())) + ";");
        text.add(prefix + "_start [shape=circle, label=\"\", style=filled, fillcolor=black, width=0.2];");
        for (StateGraph.State state : graph.states()) {
            text.add(node(prefix, state.number()) + " [label=" + quoted(texts.of(state)) + "];");
        }
        if (leadsTo(graph, StateGraph.DONE)) {
            text.add(node(prefix, StateGraph.DONE) + " [shape=doublecircle, label=\"done\"];");
        }
        if (leadsTo(graph, StateGraph.FAILED)) {
            text.add(node(prefix, StateGraph.FAILED) + " [shape=octagon, label=\"fails\"];");
        }
        for (StateGraph.Edge edge : graph.edges()) {
            text.add(node(prefix, edge.from()) + " -> " + node(prefix, edge.to()) + " [label=" + quoted(texts.of(edge))
                    + (edge.thrown() ? ", style=dashed" : "") + "];");
        }
        text.out();
        text.add("}");
    }

    private static boolean leadsTo(StateGraph graph, int state) {
        return graph.edges().stream().anyMatch(edge -> edge.to() == state);
    }

    private static String node(String prefix, int state) {
        return prefix + "_"
                + switch (state) {
                    case StateGraph.START -> "start";
                    case StateGraph.DONE -> "done";
                    case StateGraph.FAILED -> "fails";
                    default -> String.valueOf(state);
                };
    }

    private static String quoted(List<String> lines) {
        return lines.stream()
                .map(line -> line.replace("\\", "\\\\").replace("\"", "\\\""))
                .collect(Collectors.joining("\\n", "\"", "\""));
    }
}
