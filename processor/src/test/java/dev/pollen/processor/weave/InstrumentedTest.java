// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A tool that works on woven classes, as a coverage agent does when they are loaded: it gives each class a field and a
 * method of its own, each method a local that lives from its first instruction to its last, and each line a probe.
 */
class InstrumentedTest {
    private static final int LINES = 100;
    private static final String INIT = "$coverageInit";
    private static final String DATA = "$coverageData";

    private static final String MEMBERS = """
            @Async static Future.OfInt tick(int x) { await(yieldNow()); return Future.ready(x); }
            @Async static Future.OfInt work(int x) {
              int sum = 0;
              for (int i = 0; i < 3; i++) {
                try {
                  sum += await(tick(i))
                      * await(tick(x));
                  if (i == 1) {
                    throw new IllegalStateException();
                  }
                } catch (IllegalStateException e) {
                  sum += 100 * await(tick(x));
                  if (x > 50) {
                    sum = await(tick(0));
                  }
                } finally {
                  sum += 1000;
                  await(yieldNow());
                }
              }
              return Future.ready(sum);
            }
            """;

    @TempDir
    Path output;

    private WovenSource source;

    private Rewoven instrumented() {
        source = WovenSource.of(output, MEMBERS, "-g");
        Rewoven woven = Rewoven.of(source, source.owner());
        for (String name : List.of("T", "T_work", "T_tick", "T_one", "T_text", "T_nothing")) {
            woven.replace(name, instrument(woven.bytes(name)));
        }
        return woven;
    }

    @Test
    void wovenClassesCanBeInstrumented() throws Exception {
        assertEquals(3721, instrumented().run("work", 7));
    }

    /** Lines that ran are covered and no others: what the weaver adds counts for no line of the body. */
    @Test
    void eachLineOfTheBodyIsCoveredByTheUsersCode() throws Exception {
        Set<Integer> most = coveredLines(7);
        Set<Integer> all = userLines();
        assertEquals(all, coveredLines(60));
        assertTrue(all.remove(lineOf("sum = await(tick(0))")));
        assertEquals(all, most);
    }

    @Test
    void theBodyHasTheLinesOfItsSource() {
        instrumented();
        Set<Integer> woven = new TreeSet<>();
        for (AbstractInsnNode insn : source.body("work").instructions) {
            if (insn instanceof LineNumberNode line) {
                woven.add(line.line);
            }
        }
        Set<Integer> expected = userLines();
        expected.add(lineOf("Future.OfInt work"));
        assertEquals(expected, woven);
    }

    /** Coverage tools leave out what the compiler made. */
    @Test
    void theBodyIsNoSyntheticMethod() {
        instrumented();
        assertEquals(0, source.body("work").access & Opcodes.ACC_SYNTHETIC);
    }

    private Set<Integer> userLines() {
        ClassNode before = new ClassNode();
        new ClassReader(source.owner()).accept(before, 0);
        Set<Integer> lines = new TreeSet<>();
        for (AbstractInsnNode insn : Rewoven.method(before, "work").instructions) {
            if (insn instanceof LineNumberNode line) {
                lines.add(line.line);
            }
        }
        return lines;
    }

    private int lineOf(String text) {
        List<String> lines = WovenSource.text(MEMBERS).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(text);
    }

    private Set<Integer> coveredLines(int argument) throws Exception {
        Rewoven woven = instrumented();
        ClassLoader loader = woven.loader();
        var work = loader.loadClass("test.T").getDeclaredMethod("work", int.class);
        work.setAccessible(true);
        Future<?> future = (Future<?>) work.invoke(null, argument);
        Context cx = Context.of(() -> {});
        while (future.poll(cx) == Poll.PENDING) {
            continue;
        }
        var field = loader.loadClass("test.T").getDeclaredField(DATA);
        field.setAccessible(true);
        boolean[] hit = (boolean[]) field.get(null);
        Set<Integer> lines = new TreeSet<>();
        for (int line = 0; line < hit.length; line++) {
            if (hit[line] && userLines().contains(line)) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static byte[] instrument(byte[] bytes) {
        ClassNode node = new ClassNode();
        new ClassReader(bytes).accept(node, ClassReader.EXPAND_FRAMES);
        for (MethodNode method : node.methods) {
            if (method.instructions.size() > 0 && !method.name.equals("<clinit>")) {
                probe(node, method);
            }
        }
        node.fields.add(new FieldNode(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC,
                DATA,
                "[Z",
                null,
                null));
        node.methods.add(init(node));
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static void probe(ClassNode node, MethodNode method) {
        int local = method.maxLocals;
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (insn instanceof FrameNode frame) {
                addLocal(frame, local);
            } else if (insn instanceof LineNumberNode line && !method.name.equals("<init>")) {
                InsnList probe = new InsnList();
                probe.add(new VarInsnNode(Opcodes.ALOAD, local));
                probe.add(new LdcInsnNode(line.line));
                probe.add(new InsnNode(Opcodes.ICONST_1));
                probe.add(new InsnNode(Opcodes.BASTORE));
                AbstractInsnNode at = line;
                while (at.getNext() instanceof FrameNode) {
                    at = at.getNext();
                }
                method.instructions.insert(at, probe);
            }
        }
        InsnList start = new InsnList();
        start.add(new MethodInsnNode(Opcodes.INVOKESTATIC, node.name, INIT, "()[Z", false));
        start.add(new VarInsnNode(Opcodes.ASTORE, local));
        method.instructions.insert(start);
    }

    private static void addLocal(FrameNode frame, int local) {
        List<Object> locals = new ArrayList<>(frame.local);
        int slots = 0;
        for (Object type : locals) {
            slots += type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
        }
        for (; slots < local; slots++) {
            locals.add(Opcodes.TOP);
        }
        locals.add("[Z");
        frame.local = locals;
    }

    private static MethodNode init(ClassNode node) {
        MethodNode init = new MethodNode(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, INIT, "()[Z", null, null);
        Label made = new Label();
        init.visitFieldInsn(Opcodes.GETSTATIC, node.name, DATA, "[Z");
        init.visitJumpInsn(Opcodes.IFNONNULL, made);
        init.visitIntInsn(Opcodes.BIPUSH, LINES);
        init.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_BOOLEAN);
        init.visitFieldInsn(Opcodes.PUTSTATIC, node.name, DATA, "[Z");
        init.visitLabel(made);
        init.visitFrame(Opcodes.F_NEW, 0, new Object[0], 0, new Object[0]);
        init.visitFieldInsn(Opcodes.GETSTATIC, node.name, DATA, "[Z");
        init.visitInsn(Opcodes.ARETURN);
        return init;
    }
}
