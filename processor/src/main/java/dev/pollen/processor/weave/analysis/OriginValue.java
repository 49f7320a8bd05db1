// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.tree.analysis.Value;

/**
 * A value and all the places that it may come from.
 *
 * @param size 1, or 2 for long and double
 * @param origins where it may come from
 */
record OriginValue(int size, Set<Origin> origins) implements Value {
    static OriginValue of(int size, Origin origin) {
        return new OriginValue(size, Set.of(origin));
    }

    OriginValue or(OriginValue other) {
        if (origins.containsAll(other.origins)) {
            return this;
        }
        Set<Origin> union = new LinkedHashSet<>(origins);
        union.addAll(other.origins);
        return new OriginValue(Math.min(size, other.size), union);
    }

    @Override
    public int getSize() {
        return size;
    }
}
