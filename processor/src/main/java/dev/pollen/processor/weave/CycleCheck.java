// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.Library;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which frames hold which: those that one weaver has woven, and those of earlier compilations. A frame that would hold
 * itself has no size, unless one on the way says how deep it may go.
 */
final class CycleCheck {
    private final Library library;
    private final Map<String, Held> known = new HashMap<>();

    /** What a frame holds, and whether the number of such frames is bounded. */
    private record Held(List<String> children, boolean bounded) {
        static final Held NOTHING = new Held(List.of(), false);
    }

    CycleCheck(Library library) {
        this.library = library;
    }

    void add(String future, List<String> held, int maxDepth) {
        known.put(future, new Held(List.copyOf(held), maxDepth > 0));
    }

    private Held held(String future) {
        return known.computeIfAbsent(future, name -> {
            FrameFacts facts = library.frame(name);
            return facts == null ? Held.NOTHING : new Held(facts.children(), facts.maxDepth() > 0);
        });
    }

    /** The frames from one that holds itself without a bound back to itself; empty if it does not. */
    List<String> cycleThrough(String future) {
        List<String> path = new ArrayList<>();
        return find(future, future, path, new LinkedHashSet<>()) ? path : List.of();
    }

    private boolean find(String from, String goal, List<String> path, Set<String> seen) {
        Held held = held(from);
        if (held.bounded()) {
            return false;
        }
        path.add(from);
        for (String child : held.children()) {
            if (child.equals(goal)) {
                path.add(child);
                return true;
            }
            if (seen.add(child) && find(child, goal, path, seen)) {
                return true;
            }
        }
        path.remove(path.size() - 1);
        return false;
    }
}
