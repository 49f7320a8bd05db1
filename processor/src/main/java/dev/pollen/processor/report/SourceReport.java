// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.StateGraph;
import dev.pollen.processor.weave.states.ReadableClasses;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes woven classes as Java: the bodies as they run from their start to their end, with a comment at each state, and the
 * Future classes.
 */
public final class SourceReport {
    private static final Pattern BODY = Pattern.compile("( *).*\\$poll\\(([\\w$.]+) frame\\$?, Context cx.*");
    private static final Pattern STATE = Pattern.compile("( *)frame\\$?\\.state = (-?\\d+);");
    private static final Pattern EMITS =
            Pattern.compile("\\b[\\w$.]+\\." + Pattern.quote(ReadableClasses.EMITS) + "\\(\\)");
    private static final String BEHIND = "true /* the next poll goes on behind this */";

    private static final List<String> HEAD = List.of(
            "// Goes on where frame.state says: from the beginning, or at one of the states below, whose variables are",
            "// read from the frame first. What is thrown out of it ends the frame; a frame that is cancelled throws",
            "// CancelledError where it stands.");

    private final Map<String, FrameReport> frames = new HashMap<>();
    private final Lines text = new Lines();

    private SourceReport(Report report) {
        for (FrameReport frame : report.frames()) {
            String name = frame.facts().future();
            frames.put(name.substring(name.lastIndexOf('/') + 1), frame);
        }
    }

    /**
     * Writes classes.
     *
     * @param report what is known of them
     * @param classes finds class files by internal names
     * @param classPath where classes are found that they refer to
     * @return lines, each with its end
     */
    public static String of(Report report, Function<String, byte @Nullable []> classes, List<Path> classPath) {
        SourceReport source = new SourceReport(report);
        List<FrameFacts> facts =
                report.frames().stream().map(FrameReport::facts).toList();
        // One after the other: what a copy lacks, the others find in the class path.
        ReadableClasses.of(facts, classes)
                .values()
                .forEach(group -> Decompilation.of(group, classPath).forEach(source::add));
        return source.text.toString();
    }

    private void add(String name, String java) {
        text.add("// " + name.replace('/', '.'));
        text.add("");
        FrameReport current = null;
        for (String line : java.lines().toList()) {
            Matcher body = BODY.matcher(line);
            Matcher state = STATE.matcher(line);
            if (body.matches() && frames.containsKey(body.group(2))) {
                current = frames.get(body.group(2));
                if (!current.facts().lines().isEmpty()) {
                    HEAD.forEach(comment -> text.add(body.group(1) + comment));
                }
            } else if (state.matches() && current != null && state.group(2).charAt(0) != '-') {
                text.add(state.group(1) + "// " + comment(current, Integer.parseInt(state.group(2))));
            }
            text.add(EMITS.matcher(line).replaceAll(BEHIND));
        }
        text.add("");
    }

    private static String comment(FrameReport frame, int number) {
        StateTexts texts = new StateTexts(frame);
        StateGraph graph = frame.graph();
        List<StateGraph.State> states = graph == null ? List.of() : graph.states();
        String live = states.stream()
                .filter(state -> state.number() == number)
                .flatMap(state -> state.live().stream())
                .map(variable -> variable.name().isEmpty() ? "a temporary" : variable.name())
                .collect(Collectors.joining(", "));
        return "state " + number + ", line " + texts.line(number) + ": " + texts.await(number)
                + (live.isEmpty() ? "" : "; keeps " + live);
    }
}
