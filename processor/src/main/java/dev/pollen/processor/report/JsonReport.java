// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.StateGraph;
import java.util.List;

/**
 * Writes a report for programs. The names and their order are a contract, which {@code docs/guide/report.md} describes; a
 * later version may add members.
 */
final class JsonReport {
    private static final int SCHEMA = 1;

    private final Json json = new Json();

    private JsonReport() {}

    static String of(Report report) {
        JsonReport writer = new JsonReport();
        writer.write(report);
        return writer.json.text();
    }

    private void write(Report report) {
        json.object(() -> {
            json.member("schema", SCHEMA);
            json.member("totalBytes", report.total());
            json.array("tasks", report.tasks(), this::frame);
            json.array("functions", report.functions(), this::frame);
        });
    }

    private void frame(FrameReport frame) {
        boolean task = frame.facts().isTask();
        json.object(() -> {
            if (task) {
                json.member("name", frame.name());
            }
            json.member("method", frame.facts().method());
            json.member("file", frame.facts().file());
            json.member("class", Names.binary(frame.facts().future()));
            json.member("frameBytes", frame.facts().bytes());
            json.member("childrenBytes", frame.childrenBytes());
            json.member("open", frame.isOpen());
            if (task) {
                json.member("recordBytes", frame.record());
                json.member("poolSize", frame.facts().poolSize());
            }
            json.member("totalBytes", frame.total());
            json.member("bodyBytes", frame.facts().bodyBytes());
            json.array("children", frame.children(), this::part);
            json.array("allocations", frame.facts().allocations(), this::allocation);
            json.array("allocatingCalls", frame.calls(), this::allocation);
            states(frame);
        });
    }

    private void part(Part part) {
        json.object(() -> {
            json.member("name", part.name());
            json.member("class", Names.binary(part.type()));
            json.member("ownBytes", part.own());
            json.member("totalBytes", part.bytes());
            json.member("open", part.open());
            json.array("children", part.parts(), this::part);
        });
    }

    private void allocation(String place) {
        int colon = place.indexOf(':');
        json.object(() -> {
            json.member("line", Integer.parseInt(place.substring(0, colon)));
            json.member("what", place.substring(colon + 1).strip());
        });
    }

    private void states(FrameReport frame) {
        StateGraph graph = frame.graph();
        StateTexts texts = new StateTexts(frame);
        List<StateGraph.State> states = graph == null ? List.of() : graph.states();
        json.array(
                "states",
                states,
                state -> json.object(() -> {
                    json.member("state", state.number());
                    json.member("line", texts.line(state.number()));
                    json.member("await", frame.facts().awaits().get(state.number() - 1));
                    json.member("emits", state.emits());
                    json.member("child", Names.binary(state.child()));
                    json.array(
                            "live",
                            state.live(),
                            live -> json.object(() -> {
                                json.member("name", live.name());
                                json.member("type", live.type());
                                json.member("bytes", live.bytes());
                            }));
                }));
        List<StateGraph.Edge> edges = graph == null ? List.of() : graph.edges();
        json.array(
                "edges",
                edges,
                edge -> json.object(() -> {
                    json.member("from", edge.from());
                    json.member("to", edge.to());
                    json.member("thrown", edge.thrown());
                    json.array("conditions", edge.conditions(), json::value);
                    json.array("lines", edge.lines(), json::value);
                }));
    }
}
