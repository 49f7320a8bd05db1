// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.weave.analysis.FrameTypes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Leaves out the code that nothing reaches. javac writes none, other compilers and tools may; it has no frame, so nothing
 * is known of its variables, and an await in it could not be woven.
 *
 * <pre>
 *   areturn            areturn
 *   (f) await   --&gt;
 *   areturn
 * </pre>
 */
public final class UnreachableCode {
    private UnreachableCode() {}

    /**
     * Changes a body.
     *
     * @param method the body, with its frames
     */
    public static void remove(MethodNode method) {
        boolean reachable = true;
        boolean removed = false;
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            reachable |= insn instanceof FrameNode;
            if (insn.getOpcode() >= 0 && !reachable) {
                method.instructions.remove(insn);
                removed = true;
            } else if (insn.getOpcode() >= 0) {
                reachable = !FrameTypes.endsPath(insn.getOpcode());
            }
        }
        if (removed) {
            method.tryCatchBlocks.removeIf(UnreachableCode::isEmpty);
        }
    }

    private static boolean isEmpty(TryCatchBlockNode range) {
        for (AbstractInsnNode insn = range.start; insn != null && insn != range.end; insn = insn.getNext()) {
            if (insn.getOpcode() >= 0) {
                return false;
            }
        }
        return true;
    }
}
