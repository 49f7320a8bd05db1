// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds and numbers the awaits and emits of a body. */
public final class SuspensionPoints {
    private SuspensionPoints() {}

    /**
     * Numbers the awaits and emits that can be reached, from 1, in the order of the code; javac copies a {@code finally} block, so
     * one await of the source can be several here.
     *
     * @param method the body
     * @param types what can be reached
     * @return the points
     */
    public static List<SuspensionPoint> of(MethodNode method, FrameTypes types) {
        List<SuspensionPoint> points = new ArrayList<>();
        int line = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode number) {
                line = number.line;
            } else if (insn instanceof MethodInsnNode call && Calls.isSuspension(call) && types.before(call) != null) {
                points.add(new SuspensionPoint(points.size() + 1, call, line));
            }
        }
        return points;
    }
}
