// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

import dev.pollen.processor.weave.analysis.TypeValue;
import java.util.List;

/**
 * What happens to the locals at one point of a body: the start, or an await.
 *
 * @param locals the types of the locals where the body goes on, one entry per slot
 * @param saved the variables that are needed later
 * @param dead the slots that are not needed but visible: they get zero or null, so that frames and debuggers agree
 * @param forgotten reference fields that may hold what an earlier point saved and this one does not need
 */
public record PointLayout(List<TypeValue> locals, List<Saved> saved, List<Integer> dead, List<FrameField> forgotten) {
    /** Copies the lists. */
    public PointLayout {
        locals = List.copyOf(locals);
        saved = List.copyOf(saved);
        dead = List.copyOf(dead);
        forgotten = List.copyOf(forgotten);
    }
}
