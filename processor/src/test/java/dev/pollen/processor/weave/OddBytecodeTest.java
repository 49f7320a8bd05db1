// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.processor.model.Message;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Code that javac does not write but another compiler or tool may: objects under construction in every arrangement that
 * the JVM allows, code that nothing reaches, and class files too old to have frames.
 */
class OddBytecodeTest {
    private static final String MEMBERS = """
            @Async static Future.OfInt tick(int x) { await(yieldNow()); return Future.ready(x); }
            @Async static Future.OfInt odd(int x) {
              return Future.ready(new java.util.concurrent.atomic.AtomicInteger(await(tick(x))).get());
            }
            """;
    private static final String ATOMIC = "java/util/concurrent/atomic/AtomicInteger";

    @TempDir
    Path output;

    /** Each leaves 2x on the stack, {@code x} being the method's parameter. */
    @TestFactory
    Stream<DynamicTest> objectsUnderConstruction() {
        Map<String, Consumer<MethodNode>> shapes = new LinkedHashMap<>();
        shapes.put("NEW without DUP", code -> {
            code.visitTypeInsn(Opcodes.NEW, ATOMIC);
            awaitX(code);
            construct(code);
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitInsn(Opcodes.IADD);
        });
        shapes.put("two copies too many", code -> {
            code.visitTypeInsn(Opcodes.NEW, ATOMIC);
            code.visitInsn(Opcodes.DUP);
            code.visitInsn(Opcodes.DUP);
            awaitX(code);
            construct(code);
            get(code);
            code.visitInsn(Opcodes.SWAP);
            get(code);
            code.visitInsn(Opcodes.IADD);
        });
        shapes.put("two objects, the outer finished last", code -> {
            code.visitTypeInsn(Opcodes.NEW, ATOMIC);
            code.visitTypeInsn(Opcodes.NEW, ATOMIC);
            code.visitInsn(Opcodes.DUP2);
            awaitX(code);
            construct(code);
            code.visitVarInsn(Opcodes.ASTORE, 2);
            code.visitVarInsn(Opcodes.ASTORE, 1);
            awaitX(code);
            construct(code);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            get(code);
            code.visitVarInsn(Opcodes.ALOAD, 2);
            get(code);
            code.visitInsn(Opcodes.IADD);
        });
        shapes.put("copies that lie apart", code -> {
            code.visitTypeInsn(Opcodes.NEW, ATOMIC);
            code.visitInsn(Opcodes.DUP);
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitInsn(Opcodes.SWAP);
            awaitX(code);
            construct(code);
            code.visitInsn(Opcodes.SWAP);
            get(code);
            code.visitInsn(Opcodes.IADD);
        });
        shapes.put("the argument first", code -> {
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitTypeInsn(Opcodes.NEW, ATOMIC);
            code.visitInsn(Opcodes.DUP_X1);
            code.visitInsn(Opcodes.SWAP);
            tick(code);
            await(code);
            construct(code);
            get(code);
            code.visitInsn(Opcodes.DUP);
            code.visitInsn(Opcodes.IADD);
        });
        shapes.put("in a local alone", code -> {
            code.visitTypeInsn(Opcodes.NEW, ATOMIC);
            code.visitVarInsn(Opcodes.ASTORE, 1);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            awaitX(code);
            construct(code);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            get(code);
            code.visitInsn(Opcodes.DUP);
            code.visitInsn(Opcodes.IADD);
        });
        shapes.put("never constructed", code -> {
            code.visitTypeInsn(Opcodes.NEW, ATOMIC);
            code.visitInsn(Opcodes.DUP);
            awaitX(code);
            code.visitVarInsn(Opcodes.ISTORE, 1);
            code.visitInsn(Opcodes.POP2);
            code.visitVarInsn(Opcodes.ILOAD, 1);
            code.visitVarInsn(Opcodes.ILOAD, 1);
            code.visitInsn(Opcodes.IADD);
        });
        return shapes.entrySet().stream()
                .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> {
                    Rewoven woven = replace(code -> {
                        shape.getValue().accept(code);
                        ready(code);
                    });
                    assertEquals(14, woven.run("odd", 7));
                }));
    }

    @Test
    void whatLiesBelowAReturnedFutureIsDropped() throws Exception {
        Rewoven woven = replace(code -> {
            Label other = new Label();
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitInsn(Opcodes.LCONST_1);
            awaitX(code);
            code.visitVarInsn(Opcodes.ISTORE, 0);
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitJumpInsn(Opcodes.IFEQ, other);
            code.visitVarInsn(Opcodes.ILOAD, 0);
            ready(code);
            code.visitLabel(other);
            code.visitFrame(
                    Opcodes.F_NEW, 1, new Object[] {Opcodes.INTEGER}, 2, new Object[] {Opcodes.INTEGER, Opcodes.LONG});
            code.visitInsn(Opcodes.POP2);
            code.visitInsn(Opcodes.POP);
            awaitX(code);
            ready(code);
        });
        assertEquals(7, woven.run("odd", 7));
        assertEquals(0, woven.run("odd", 0));
    }

    @Test
    void codeThatNothingReachesIsLeftOut() throws Exception {
        Rewoven woven = replace(code -> {
            awaitX(code);
            ready(code);
            awaitX(code);
            ready(code);
        });
        assertEquals(7, woven.run("odd", 7));
    }

    @Test
    void codeThatNothingReachesButHasAFrameIsKept() throws Exception {
        Rewoven woven = replace(code -> {
            awaitX(code);
            ready(code);
            code.visitFrame(Opcodes.F_NEW, 1, new Object[] {Opcodes.INTEGER}, 0, new Object[0]);
            awaitX(code);
            ready(code);
        });
        assertEquals(7, woven.run("odd", 7));
    }

    @Test
    void whatATesterOfCoverageLeavesIsKept() throws Exception {
        Rewoven woven = replace(code -> {
            Label end = new Label();
            awaitX(code);
            code.visitJumpInsn(Opcodes.GOTO, end);
            code.visitFrame(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
            code.visitInsn(Opcodes.NOP);
            code.visitInsn(Opcodes.ATHROW);
            code.visitLabel(end);
            code.visitFrame(Opcodes.F_NEW, 1, new Object[] {Opcodes.INTEGER}, 1, new Object[] {Opcodes.INTEGER});
            ready(code);
        });
        assertEquals(7, woven.run("odd", 7));
    }

    @Test
    void aClassFileWithoutFramesIsAnError() {
        Rewoven woven = Rewoven.of(WovenSource.of(output, MEMBERS), owner -> {
            owner.version = Opcodes.V1_5;
            MethodNode odd = Rewoven.method(owner, "odd");
            odd.instructions.clear();
            Label subroutine = new Label();
            odd.visitJumpInsn(Opcodes.JSR, subroutine);
            awaitX(odd);
            ready(odd);
            odd.visitLabel(subroutine);
            odd.visitVarInsn(Opcodes.ASTORE, 1);
            odd.visitVarInsn(Opcodes.RET, 1);
        });
        assertEquals(Set.of(Message.NOT_SUPPORTED), Set.copyOf(woven.errors()));
    }

    private Rewoven replace(Consumer<MethodNode> code) {
        return Rewoven.of(WovenSource.of(output, MEMBERS), (ClassNode owner) -> {
            MethodNode odd = Rewoven.method(owner, "odd");
            odd.instructions.clear();
            odd.localVariables = null;
            code.accept(odd);
        });
    }

    private static void awaitX(MethodNode code) {
        code.visitVarInsn(Opcodes.ILOAD, 0);
        tick(code);
        await(code);
    }

    private static void tick(MethodNode code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "test/T", "tick", "(I)Ldev/pollen/Future$OfInt;", false);
    }

    private static void await(MethodNode code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "dev/pollen/Pollen", "await", "(Ldev/pollen/Future$OfInt;)I", false);
    }

    private static void construct(MethodNode code) {
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, ATOMIC, "<init>", "(I)V", false);
    }

    private static void get(MethodNode code) {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, ATOMIC, "get", "()I", false);
    }

    private static void ready(MethodNode code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "dev/pollen/Future", "ready", "(I)Ldev/pollen/Future$OfInt;", true);
        code.visitInsn(Opcodes.ARETURN);
    }
}
