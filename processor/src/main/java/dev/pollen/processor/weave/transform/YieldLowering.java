// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.Body;
import dev.pollen.processor.weave.analysis.Calls;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Makes of {@code await(yieldNow())} a suspension point without a child: that the body rests there says all that the future
 * would.
 *
 * <pre>
 *   invokestatic Futures.yieldNow()Future             aconst_null
 *   invokestatic Pollen.await(Future)Object   --&gt;     invokestatic Yield.await(Future)Object
 * </pre>
 *
 * <p>The call on the right is in no class: {@link StateMachineWriter} replaces it. A yield that is a part of something else, or
 * that a variable holds, remains a future.
 */
final class YieldLowering {
    private YieldLowering() {}

    /**
     * Changes a body.
     *
     * @param body the body, whose returned futures are awaits
     */
    static void apply(Body body) {
        InsnList code = body.method().instructions;
        for (AbstractInsnNode insn : code.toArray()) {
            if (insn instanceof MethodInsnNode call && isYieldNow(call)) {
                AbstractInsnNode next = following(call);
                if (next instanceof MethodInsnNode await && Calls.isAwait(await)) {
                    await.owner = Names.YIELD;
                    code.set(call, new InsnNode(Opcodes.ACONST_NULL));
                }
            }
        }
    }

    private static boolean isYieldNow(MethodInsnNode call) {
        return call.owner.equals(Names.FUTURES) && call.name.equals("yieldNow") && call.desc.startsWith("()");
    }

    /** The next instruction, unless code may jump to between. */
    private static @Nullable AbstractInsnNode following(AbstractInsnNode insn) {
        AbstractInsnNode next = insn.getNext();
        while (next != null && next.getOpcode() < 0 && !(next instanceof FrameNode)) {
            next = next.getNext();
        }
        return next;
    }
}
