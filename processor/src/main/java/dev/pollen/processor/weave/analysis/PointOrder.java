// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which points may come before a point. The last one at which the body was suspended may be any of them: those between
 * were ready at once, and have changed nothing in the frame.
 */
public final class PointOrder {
    private final BitSet[] before;

    private PointOrder(BitSet[] before) {
        this.before = before;
    }

    /**
     * Walks a body forwards until nothing changes.
     *
     * @param method the body
     * @param flow its edges
     * @param points its awaits
     * @return the order
     */
    public static PointOrder of(MethodNode method, ControlFlow flow, List<SuspensionPoint> points) {
        InsnList code = method.instructions;
        Map<AbstractInsnNode, Integer> states = new HashMap<>();
        points.forEach(point -> states.put(point.await(), point.state()));
        BitSet[] reaching = new BitSet[flow.size()];
        for (int i = 0; i < reaching.length; i++) {
            reaching[i] = new BitSet();
        }
        reaching[0].set(0);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < reaching.length; i++) {
                Integer state = states.get(code.get(i));
                BitSet after = reaching[i];
                if (state != null) {
                    after = (BitSet) reaching[i].clone();
                    after.set(state);
                }
                for (int successor : flow.successors(i)) {
                    changed |= add(after, reaching[successor]);
                }
                for (int handler : flow.handlers(i)) {
                    // The instruction may throw before or after the point.
                    changed |= add(reaching[i], reaching[handler]) | add(after, reaching[handler]);
                }
            }
        }
        BitSet[] before = new BitSet[points.size() + 1];
        before[0] = new BitSet();
        points.forEach(point -> before[point.state()] = reaching[code.indexOf(point.await())]);
        return new PointOrder(before);
    }

    private static boolean add(BitSet from, BitSet to) {
        int size = to.cardinality();
        to.or(from);
        return to.cardinality() > size;
    }

    /**
     * The points that may come before one.
     *
     * @param state the number of an await, or 0 for the start
     * @return the numbers of the points; empty for the start
     */
    public BitSet before(int state) {
        return before[state];
    }
}
