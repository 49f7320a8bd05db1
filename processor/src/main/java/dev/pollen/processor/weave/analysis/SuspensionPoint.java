// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import org.objectweb.asm.tree.MethodInsnNode;

/**
 * One {@code await} or {@code emit} of a body.
 *
 * @param state its number, from 1, in the order of the code
 * @param await the call
 * @param line the line of the call; 0 where the class file has none
 */
public record SuspensionPoint(int state, MethodInsnNode await, int line) {
    /**
     * Whether the body rests here because it has a value to give: there is no child, and whoever polls it is told READY.
     *
     * @return true for {@code emit}, false for {@code await}
     */
    public boolean emits() {
        return Calls.isEmit(await);
    }

    /**
     * Whether the body rests here until its task's next turn: there is no child either.
     *
     * @return true for {@code await(yieldNow())}
     */
    public boolean yields() {
        return Calls.isYield(await);
    }

    /**
     * Whether the body rests here because of another future.
     *
     * @return true where there is a child
     */
    public boolean hasChild() {
        return !emits() && !yields();
    }
}
