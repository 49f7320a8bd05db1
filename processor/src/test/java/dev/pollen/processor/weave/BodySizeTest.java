// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.processor.model.Message;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** What HotSpot must compile stays small enough for it. */
class BodySizeTest {
    private static final int HUGE_METHOD = 8_000;
    private static final int ADDED_PER_AWAIT = 60;

    @TempDir
    Path output;

    private static String threeLive(int awaits) {
        return "@Async static Future.OfInt work(int a, String s, long l) {\n"
                + "  a += await(one(a));\n".repeat(awaits)
                + "  return Future.ready(a + s.length() + (int) l);\n}";
    }

    private static String nothingLive(int awaits) {
        return "@Async static Future<Void> work() {\n" + "  await(one(1));\n".repeat(awaits)
                + "  return Future.done();\n}";
    }

    @Test
    void sixtyAwaitsAreCompiled() {
        checkSize(60);
    }

    @Test
    void aHundredAndTwentyAwaitsAreCompiled() {
        checkSize(120);
    }

    private void checkSize(int awaits) {
        WovenSource woven = WovenSource.of(output, threeLive(awaits));
        int body = size(woven.body("work"));
        ClassNode before = new ClassNode();
        new ClassReader(woven.owner()).accept(before, 0);
        int own = before.methods.stream()
                .filter(method -> method.name.equals("work"))
                .mapToInt(BodySizeTest::size)
                .sum();
        assertTrue(body < HUGE_METHOD, body + " bytes");
        assertTrue((body - own) / awaits <= ADDED_PER_AWAIT, (body - own) / awaits + " bytes for each await");
        assertEquals(List.of(), woven.findings());
    }

    @Test
    void aBodyThatIsTooLargeForHotSpotIsAWarning() {
        WovenSource woven = WovenSource.of(output, nothingLive(200));
        assertEquals(
                List.of(Message.BODY_LARGE),
                woven.findings().stream().map(finding -> finding.message()).toList());
        assertTrue(size(woven.body("work")) > HUGE_METHOD);
    }

    @Test
    void aBodyThatNoMethodCanHoldIsAnError() {
        WovenSource woven = WovenSource.of(output, threeLive(1100));
        assertEquals(
                List.of(Message.BODY_TOO_LARGE),
                woven.findings().stream().map(finding -> finding.message()).toList());
    }

    /** The bytes of a method's code. */
    private static int size(MethodNode method) {
        Label[] end = {new Label()};
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Size", null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(method.access, method.name, method.desc, null, null);
        method.accept(new MethodVisitor(Opcodes.ASM9, code) {
            @Override
            public void visitMaxs(int stack, int locals) {
                mv.visitLabel(end[0]);
                super.visitMaxs(stack, locals);
            }
        });
        return end[0].getOffset();
    }
}
