// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    /** The line of the method's declaration, in the frame of {@link WovenSource}. */
    private static final int FIRST_LINE = 10;

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
    void aBodyThatIsTooLargeForHotSpotIsAWarningThatSaysWhereToSplit() {
        WovenSource woven = WovenSource.of(output, nothingLive(200));
        int size = size(woven.body("work"));
        assertTrue(size > HUGE_METHOD);
        // The middle await is the 101st of a line each.
        assertEquals(
                List.of(Message.BODY_LARGE.text(
                        "T.work",
                        String.format(Locale.ROOT, "%,d", size),
                        "for example from line " + (FIRST_LINE + 101) + " on, where 100 of its 200 awaits stand")),
                woven.findings().stream().map(Finding::text).toList());
    }

    @Test
    void aThousandAwaitsWithNothingAliveRun() throws ReflectiveOperationException {
        WovenSource woven = WovenSource.of(output, thousand());
        assertEquals(
                List.of(Message.BODY_LARGE),
                woven.findings().stream().map(Finding::message).toList());
        Future<?> future = woven.call("work");
        int polls = 1;
        while (future.poll(Context.of(() -> {})) == Poll.PENDING) {
            polls++;
        }
        assertEquals(1001, polls);
    }

    /** Each await is pending once. */
    private static String thousand() {
        return "@Async static Future<Void> work() {\n" + "  await(yieldNow());\n".repeat(1000)
                + "  return Future.done();\n}";
    }

    @Test
    void aBodyThatNoMethodCanHoldIsAnErrorAtOnce() {
        WovenSource woven = WovenSource.of(output, threeLive(1100));
        assertEquals(
                List.of(Message.BODY_TOO_LARGE),
                woven.findings().stream().map(Finding::message).toList());
        String text = woven.findings().get(0).text();
        assertTrue(text.contains("the woven body of T.work has "), text);
        assertTrue(text.contains("for example from line "), text);
        assertEquals("work", woven.findings().get(0).method().name());
        // The time of this thread alone, so that a busy machine changes nothing; about a tenth of what is allowed.
        long time = CpuTime.best(
                () -> new Weaver(woven.library(), WeaveOptions.DEFAULT).weave(woven.owner(), woven.futures()));
        assertTrue(time < 1_000_000_000, time + " ns");
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
