// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What may be read later, also by handlers. A {@code NOP} stands where the test looks. */
class LivenessTest {
    private final MethodNode code = new MethodNode(Opcodes.ACC_STATIC, "m", "(IIIII)V", null, null);

    private Set<Integer> live() {
        AbstractInsnNode place = null;
        for (AbstractInsnNode insn : code.instructions) {
            if (insn.getOpcode() == Opcodes.NOP) {
                place = insn;
            }
        }
        Set<Integer> live = new TreeSet<>();
        Liveness.of(code, ControlFlow.of(code)).before(place).stream().forEach(live::add);
        return live;
    }

    private void nop() {
        code.instructions.add(new InsnNode(Opcodes.NOP));
    }

    private void read(int local) {
        code.visitVarInsn(Opcodes.ILOAD, local);
        code.visitInsn(Opcodes.POP);
    }

    private void write(int local) {
        code.visitInsn(Opcodes.ICONST_0);
        code.visitVarInsn(Opcodes.ISTORE, local);
    }

    @Test
    void whatIsReadBeforeItIsWrittenIsLive() {
        nop();
        read(0);
        write(1);
        read(1);
        code.visitIincInsn(2, 1);
        code.visitInsn(Opcodes.RETURN);
        assertEquals(Set.of(0, 2), live());
    }

    @Test
    void aLoopReadsWhatItsNextTurnNeeds() {
        Label top = new Label();
        code.visitLabel(top);
        read(0);
        write(1);
        nop();
        read(1);
        code.visitJumpInsn(Opcodes.GOTO, top);
        assertEquals(Set.of(0, 1), live());
    }

    @Test
    void aStoreInARangeDoesNotEndTheLifeOfTheOldValueForTheHandler() {
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        code.visitTryCatchBlock(start, end, handler, null);
        nop();
        code.visitLabel(start);
        write(0);
        write(1);
        code.visitLabel(end);
        code.visitInsn(Opcodes.RETURN);
        code.visitLabel(handler);
        code.visitInsn(Opcodes.POP);
        read(0);
        code.visitInsn(Opcodes.RETURN);
        assertEquals(Set.of(0), live());
    }

    @Test
    void anOuterHandlerSeesThroughAnInnerOne() {
        Label start = new Label();
        Label end = new Label();
        Label inner = new Label();
        Label outer = new Label();
        code.visitTryCatchBlock(start, end, inner, "java/lang/Error");
        code.visitTryCatchBlock(start, end, outer, "java/lang/Exception");
        code.visitLabel(start);
        nop();
        read(4);
        code.visitLabel(end);
        code.visitInsn(Opcodes.RETURN);
        code.visitLabel(inner);
        code.visitInsn(Opcodes.POP);
        read(1);
        code.visitInsn(Opcodes.RETURN);
        code.visitLabel(outer);
        code.visitInsn(Opcodes.POP);
        read(2);
        code.visitInsn(Opcodes.RETURN);
        assertEquals(Set.of(1, 2, 4), live());
    }
}
