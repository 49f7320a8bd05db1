// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/** How many sites within each form were reached by woven programs. */
final class Coverage {
    private final Map<Form, Integer> reached = new EnumMap<>(Form.class);

    void add(FuzzProgram program, BitSet sites) {
        sites.stream()
                .filter(site -> site < program.sites().size())
                .forEach(site -> program.sites().get(site).forEach(form -> reached.merge(form, 1, Integer::sum)));
    }

    int of(Form form) {
        return reached.getOrDefault(form, 0);
    }
}
