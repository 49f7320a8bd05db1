// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.StateGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tasks that take more than their {@code maxBytes} allow: for each await what lives over it, so that it shows what to change.
 *
 * <pre>
 *   line 14, await(bus.read(raw)): 1096 bytes of Bus.read(byte[]), and bus, raw (8 bytes); line 17, ..
 * </pre>
 */
public final class SizeLimit {
    private SizeLimit() {}

    /**
     * A task that is too large.
     *
     * @param task its frame
     * @param arguments what the message says
     */
    public record Exceeded(FrameFacts task, List<String> arguments) {
        /** Copies the list. */
        public Exceeded {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Compares frames with their limits.
     *
     * @param frames frames, with or without a limit
     * @param sources finds what they refer to
     * @return those that are too large, in their order
     */
    public static List<Exceeded> exceeded(List<FrameFacts> frames, Report.Sources sources) {
        List<FrameFacts> limited =
                frames.stream().filter(frame -> frame.maxBytes() > 0).toList();
        return limited.isEmpty()
                ? List.of()
                : Report.of(limited, sources).tasks().stream()
                        .flatMap(task -> exceeded(task).stream())
                        .toList();
    }

    private static Optional<Exceeded> exceeded(FrameReport task) {
        FrameFacts facts = task.facts();
        long bytes = facts.bytes() + task.childrenBytes();
        if (bytes >= 0 && bytes <= facts.maxBytes()) {
            return Optional.empty();
        }
        return Optional.of(new Exceeded(
                facts,
                List.of(
                        task.name(),
                        bytes < 0 ? "too many" : String.valueOf(bytes),
                        String.valueOf(facts.bytes()),
                        String.valueOf(task.childrenBytes()),
                        String.valueOf(facts.maxBytes()),
                        awaits(task))));
    }

    private static String awaits(FrameReport task) {
        List<String> awaits = new ArrayList<>();
        for (int state = 1; state <= task.facts().lines().size(); state++) {
            awaits.add(await(task, state));
        }
        return awaits.isEmpty() ? "nothing" : String.join("; ", awaits);
    }

    private static String await(FrameReport task, int state) {
        StateTexts texts = new StateTexts(task);
        int line = texts.line(state);
        String text = texts.await(state);
        List<String> place = new ArrayList<>();
        if (line > 0) {
            place.add("line " + line);
        }
        if (!text.isEmpty()) {
            place.add(text);
        }
        List<String> lives = new ArrayList<>();
        futures(task, state).forEach((name, bytes) -> lives.add(bytes + " bytes of " + name));
        String variables = variables(task, state);
        if (!variables.isEmpty()) {
            lives.add(variables);
        }
        String where = place.isEmpty() ? "await " + state : String.join(", ", place);
        return where + ": " + (lives.isEmpty() ? "nothing" : String.join(", ", lives));
    }

    private static Map<String, Long> futures(FrameReport task, int state) {
        Map<String, Long> futures = new LinkedHashMap<>();
        List<String> types = task.facts().children();
        for (int slot : task.facts().slotsOver(state)) {
            task.children().stream()
                    .filter(part -> part.type().equals(types.get(slot)))
                    .findFirst()
                    .ifPresent(part -> futures.merge(part.name(), part.bytes(), Long::sum));
        }
        return futures;
    }

    private static String variables(FrameReport task, int state) {
        StateGraph graph = task.graph();
        List<StateGraph.Live> live = graph == null
                ? List.of()
                : graph.states().stream()
                        .filter(each -> each.number() == state)
                        .flatMap(each -> each.live().stream())
                        .toList();
        int bytes = live.stream().mapToInt(StateGraph.Live::bytes).sum();
        return live.isEmpty()
                ? ""
                : live.stream()
                                .map(each -> each.name().isEmpty() ? "a temporary" : each.name())
                                .collect(Collectors.joining(", "))
                        + " (" + bytes + " bytes)";
    }
}
