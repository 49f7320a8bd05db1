// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.analysis.Body;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Copies the user's code into a method of its own and moves its locals up by three, to make room for frame, context and the
 * bit of unwinding.
 *
 * <pre>
 *   static Task blink(Output)                    static Poll blink$poll(Blinky_blink, Context)
 *     aload 0   // led                  --&gt;        aload 3   // led
 * </pre>
 */
public final class BodyExtraction {
    /** How many locals come before the user's. */
    private static final int OURS = 3;

    private BodyExtraction() {}

    /**
     * Makes the body; the method itself is not changed.
     *
     * @param target the async method
     * @return its body, in which the parameters are not loaded yet
     */
    public static Body of(AsyncTarget target) {
        int access = target.ownerIsInterface() ? Opcodes.ACC_PUBLIC : 0;
        if (target.bodyIsStatic()) {
            access |= Opcodes.ACC_STATIC;
        }
        MethodNode body = new MethodNode(Opcodes.ASM9, access, target.bodyName(), target.bodyDescriptor(), null, null);
        int frameSlot = target.isStatic() ? 0 : 1;
        target.method().accept(new Shift(body, target, frameSlot));
        body.maxLocals = target.method().maxLocals + OURS;
        body.maxStack = target.method().maxStack + 4;
        return new Body(target, body, frameSlot, body.maxLocals);
    }

    /** Moves locals; leaves out what belongs to the declaration and not to the code. */
    private static final class Shift extends MethodVisitor {
        private final MethodNode body;
        private final AsyncTarget target;
        private final int frameSlot;

        Shift(MethodNode body, AsyncTarget target, int frameSlot) {
            super(Opcodes.ASM9, new CodeOnly(body));
            this.body = body;
            this.target = target;
            this.frameSlot = frameSlot;
        }

        private int moved(int slot) {
            return slot < frameSlot ? slot : slot + OURS;
        }

        @Override
        public void visitVarInsn(int opcode, int slot) {
            super.visitVarInsn(opcode, moved(slot));
        }

        @Override
        public void visitIincInsn(int slot, int increment) {
            super.visitIincInsn(moved(slot), increment);
        }

        @Override
        public void visitLocalVariable(
                String name, String descriptor, @Nullable String signature, Label start, Label end, int slot) {
            super.visitLocalVariable(name, descriptor, signature, start, end, moved(slot));
        }

        @Override
        public void visitFrame(int type, int locals, Object @Nullable [] local, int stacks, Object @Nullable [] stack) {
            Object[] moved = new Object[locals + OURS];
            if (local != null) {
                System.arraycopy(local, 0, moved, 0, frameSlot);
                System.arraycopy(local, frameSlot, moved, frameSlot + OURS, locals - frameSlot);
            }
            moved[frameSlot] = target.future();
            moved[frameSlot + 1] = Names.CONTEXT;
            moved[frameSlot + 2] = Opcodes.INTEGER;
            super.visitFrame(type, moved.length, moved, stacks, stack);
        }

        @Override
        public void visitEnd() {
            super.visitEnd();
            if (body.localVariables != null) {
                body.localVariables.removeIf((LocalVariableNode variable) -> variable.start == variable.end);
            }
        }
    }

    /** Passes on instructions, ranges and local variables alone. */
    private static final class CodeOnly extends MethodVisitor {
        CodeOnly(MethodNode body) {
            super(Opcodes.ASM9, body);
        }

        @Override
        public void visitParameter(@Nullable String name, int access) {}

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
                int typeRef, @Nullable TypePath path, String descriptor, boolean visible) {
            return null;
        }

        @Override
        public void visitAnnotableParameterCount(int count, boolean visible) {}

        @Override
        public @Nullable AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitLocalVariableAnnotation(
                int typeRef,
                @Nullable TypePath path,
                Label[] start,
                Label[] end,
                int[] index,
                String descriptor,
                boolean visible) {
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitInsnAnnotation(
                int typeRef, @Nullable TypePath path, String descriptor, boolean visible) {
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitTryCatchAnnotation(
                int typeRef, @Nullable TypePath path, String descriptor, boolean visible) {
            return null;
        }
    }
}
