// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which frames hold which, over all that one weaver has woven: a frame that would hold itself has no size. */
final class CycleCheck {
    private final Map<String, List<String>> children = new LinkedHashMap<>();

    void add(String future, List<String> held) {
        children.put(future, List.copyOf(held));
    }

    /** The frames from one that holds itself back to itself; empty if it does not. */
    List<String> cycleThrough(String future) {
        List<String> path = new ArrayList<>();
        return find(future, future, path, new LinkedHashSet<>()) ? path : List.of();
    }

    private boolean find(String from, String goal, List<String> path, Set<String> seen) {
        path.add(from);
        for (String child : children.getOrDefault(from, List.of())) {
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
