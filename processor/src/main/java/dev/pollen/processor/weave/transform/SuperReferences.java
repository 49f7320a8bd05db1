// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.weave.analysis.Calls;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A block that is a reference to a method of the superclass. For it Eclipse's compiler writes a method that calls that one;
 * the reference is made to the method itself.
 *
 * <pre>
 *   async(super::greet)    aload this; invokedynamic run(Derived)AsyncBlock -> access$3; invokestatic Pollen.async
 *                     -->  aload this; invokedynamic run(Derived)AsyncBlock -> super.greet; invokestatic Pollen.async
 * </pre>
 */
public final class SuperReferences {
    private SuperReferences() {}

    /**
     * Changes the code of a class.
     *
     * @param owner the class
     */
    public static void apply(ClassNode owner) {
        for (MethodNode method : owner.methods) {
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof InvokeDynamicInsnNode lambda
                        && isBlock(lambda)
                        && lambda.bsmArgs.length > 1
                        && lambda.bsmArgs[1] instanceof Handle handle) {
                    MethodInsnNode called = called(owner, handle);
                    if (called != null) {
                        lambda.bsmArgs[1] =
                                new Handle(Opcodes.H_INVOKESPECIAL, called.owner, called.name, called.desc, called.itf);
                    }
                }
            }
        }
    }

    private static boolean isBlock(InvokeDynamicInsnNode lambda) {
        AbstractInsnNode next = lambda.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next instanceof MethodInsnNode call && Calls.isBlock(call);
    }

    /** What a method does that the compiler has made for the reference; null if the handle is another's. */
    private static @Nullable MethodInsnNode called(ClassNode owner, Handle handle) {
        if (handle.getTag() != Opcodes.H_INVOKESTATIC
                || !handle.getOwner().equals(owner.name)
                || !handle.getName().startsWith("access$")) {
            return null;
        }
        for (MethodNode method : owner.methods) {
            if (method.name.equals(handle.getName())
                    && method.desc.equals(handle.getDesc())
                    && (method.access & Opcodes.ACC_SYNTHETIC) != 0) {
                for (AbstractInsnNode insn : method.instructions) {
                    if (insn instanceof MethodInsnNode call) {
                        return call.getOpcode() == Opcodes.INVOKESPECIAL ? call : null;
                    }
                }
            }
        }
        return null;
    }
}
