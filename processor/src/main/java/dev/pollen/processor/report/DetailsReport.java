// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import dev.pollen.processor.model.StateGraph;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the table, and then all that is known of each task and function. */
final class DetailsReport {
    private final Lines text = new Lines();

    private DetailsReport() {}

    static String of(Report report) {
        DetailsReport details = new DetailsReport();
        report.frames().forEach(details::frame);
        return TableReport.of(report) + details.text;
    }

    private void frame(FrameReport frame) {
        text.add("");
        text.add((frame.facts().isTask() ? "task " + frame.name() + ": " : "")
                + frame.facts().method() + ", " + frame.facts().file());
        text.in();
        text.add(frame.facts().bytes() + " frame + " + frame.childrenBytes() + (frame.isOpen() ? "+" : "") + " children"
                + (frame.facts().isTask() ? " + " + frame.record() + " record, " + slots(frame) : "") + "; "
                + frame.facts().bodyBytes() + " code");
        states(frame);
        Set<Part> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        frame.children().forEach(part -> part(part, seen));
        frame.facts().allocations().forEach(place -> text.add("allocates: line " + place));
        frame.calls().forEach(place -> text.add("line " + place));
        text.out();
    }

    private static String slots(FrameReport frame) {
        int slots = frame.facts().poolSize();
        return slots + (slots == 1 ? " slot" : " slots");
    }

    private void states(FrameReport frame) {
        StateTexts texts = new StateTexts(frame);
        for (int state = 1; state <= frame.facts().lines().size(); state++) {
            text.add(String.format(Locale.ROOT, "state %d, line %d: %s", state, texts.line(state), texts.await(state)));
            kept(frame, state);
        }
    }

    private void kept(FrameReport frame, int number) {
        StateGraph graph = frame.graph();
        if (graph == null) {
            return;
        }
        for (StateGraph.State state : graph.states()) {
            if (state.number() == number && !state.live().isEmpty()) {
                text.in();
                text.add("keeps " + StateTexts.kept(state));
                text.out();
            }
        }
    }

    /** A part that stood there before is not written out again: the trees of recursive methods are as deep as they say. */
    private void part(Part part, Set<Part> seen) {
        boolean again = !part.parts().isEmpty() && !seen.add(part);
        text.add(String.format(
                Locale.ROOT,
                "%6d  %s%s",
                again ? part.bytes() : part.own(),
                part.name(),
                (part.open() ? ", open" : "") + (again ? ", all of it, as above" : "")));
        if (!again) {
            text.in();
            List.copyOf(part.parts()).forEach(inside -> part(inside, seen));
            text.out();
        }
    }
}
