// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.weave.analysis.Body;
import dev.pollen.processor.weave.analysis.FrameTypes;
import dev.pollen.processor.weave.analysis.TypeValue;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Leaves nothing but the future on the stack of a return. The JVM drops what lies below, and kotlinc leaves it there; but a
 * woven return is a jump, which all must come to with the same stack.
 *
 * <pre>
 *   iload a            iload a
 *   (f)                (f)
 *   areturn     --&gt;    astore t; pop; aload t
 *                      areturn
 * </pre>
 */
final class BareReturns {
    private BareReturns() {}

    /**
     * Changes a body.
     *
     * @param body the body, which returns futures still
     */
    static void apply(Body body) {
        FrameTypes types = body.types();
        int local = -1;
        for (AbstractInsnNode insn : body.method().instructions.toArray()) {
            Frame<TypeValue> at = insn.getOpcode() == Opcodes.ARETURN ? types.before(insn) : null;
            if (at != null && at.getStackSize() > 1) {
                local = local < 0 ? body.newLocal(1) : local;
                body.method().instructions.insertBefore(insn, drop(at, local).insns());
            }
        }
    }

    private static Code drop(Frame<TypeValue> at, int local) {
        int top = at.getStackSize() - 1;
        Code code = new Code().store(at.getStack(top), local);
        for (int i = top - 1; i >= 0; i--) {
            code.op(at.getStack(i).getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        }
        return code.load(at.getStack(top), local);
    }
}
