// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.processor.Javac;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.weave.analysis.AsyncTargets;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Where woven code stands, what it asks for, and what it never is. */
class WovenShapeTest {
    private static final String HIERARCHY = """
            static class Gone { int g = 1; }
            static class Mine extends Gone implements Comparable<Mine> {
              public int compareTo(Mine other) { return 0; }
            }
            static class Other extends Gone {}
            @Async static Future.OfInt work(boolean b) {
              Gone g = b ? new Mine() : new Other();
              Gone[] all = b ? new Mine[1] : new Gone[2];
              await(nothing());
              return Future.ready(g.g + all.length + await(one(1)));
            }
            """;

    private static final String INTERFACE = """
            package test;
            import static dev.pollen.Pollen.await;
            import static dev.pollen.futures.Futures.*;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            public interface T {
              @Async static Future.OfInt fixed(int x) { await(yieldNow()); return Future.ready(x); }
              @Async private Future.OfInt hidden(int x) { return Future.ready(await(fixed(x))); }
              @Async default Future.OfInt open(int x) {
                java.util.function.IntSupplier s = () -> x;
                return Future.ready(s.getAsInt() + await(hidden(x)) + await(T.fixed(1)));
              }
            }
            """;

    @TempDir
    Path output;

    /** Frames come from the class file and nothing is merged, so superclasses that nobody finds are no harm. */
    @Test
    void noSuperclassIsLookedUp() throws IOException {
        WovenSource source = WovenSource.of(output, HIERARCHY);
        for (String name : List.of("Gone", "Mine", "Other")) {
            Files.delete(output.resolve("classes/test/T$" + name + ".class"));
        }
        Weave weave = new Weaver(source.library(), WeaveOptions.DEFAULT).weave(source.owner(), source.futures());
        assertEquals(
                Set.of("test/T", "test/T_work", "test/T_one", "test/T_text", "test/T_nothing"),
                weave.classes().keySet());
        assertEquals(
                List.of(),
                weave.findings().stream()
                        .filter(finding ->
                                finding.message() != Message.MAY_ALLOCATE && finding.message() != Message.ALLOCATES)
                        .toList());
        assertTrue(Arrays.equals(source.classes().get("test/T"), weave.classes().get("test/T")));
    }

    /** No third class is changed: not the nest host, not a member of the nest, not a superclass. */
    @Test
    void theBodyStaysInItsOwner() {
        List<Set<String>> written = new ArrayList<>();
        Map<String, ClassNode> nodes = new LinkedHashMap<>();
        new Javac(output)
                .processor((library, options) -> (owner, futures) -> {
                    Weave weave = new Weaver(library, options).weave(owner, futures);
                    written.add(weave.classes().keySet());
                    weave.classes().forEach((name, bytes) -> {
                        ClassNode node = new ClassNode();
                        new ClassReader(bytes).accept(node, 0);
                        nodes.put(name, node);
                    });
                    return weave;
                })
                .compileText(
                        "test/T.java",
                        WovenSource.text("private int p = 1; static class N { @Async private Future.OfInt in(T t) {"
                                + " await(nothing()); return Future.ready(t.p + super.hashCode()); } }"))
                .silent();
        assertEquals(
                List.of(
                        Set.of("test/T$N", "test/T_N_in"),
                        Set.of("test/T", "test/T_one", "test/T_text", "test/T_nothing")),
                written);
        MethodNode body = nodes.get("test/T$N").methods.stream()
                .filter(method -> method.name.equals("in$poll"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, body.access & (Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_PRIVATE));
    }

    /** A method of an interface must be called as one, and a static one must be public there. */
    @Test
    void membersOfInterfacesAreCalledAsSuch() {
        List<ClassNode> woven = new ArrayList<>();
        new Javac(output)
                .processor((library, options) -> (owner, futures) -> {
                    Weave weave = new Weaver(library, options).weave(owner, futures);
                    weave.classes().values().forEach(bytes -> {
                        ClassNode node = new ClassNode();
                        new ClassReader(bytes).accept(node, 0);
                        woven.add(node);
                    });
                    return weave;
                })
                .compileText("test/T.java", INTERFACE);
        assertEquals(4, woven.size());
        int calls = 0;
        for (ClassNode node : woven) {
            for (MethodNode method : node.methods) {
                if (node.name.equals("test/T") && method.name.contains("$poll")) {
                    assertTrue((method.access & Opcodes.ACC_PUBLIC) != 0, method.name);
                }
                for (AbstractInsnNode insn : method.instructions) {
                    if (insn instanceof MethodInsnNode call && call.owner.equals("test/T")) {
                        calls++;
                        assertTrue(call.itf, call.name);
                    } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
                        for (Object argument : dynamic.bsmArgs) {
                            assertTrue(!(argument instanceof Handle handle)
                                    || !handle.getOwner().equals("test/T")
                                    || handle.isInterface());
                        }
                    }
                }
            }
        }
        assertTrue(calls >= 3, () -> "only a few calls");
    }

    /** javac gives a bridge the marks of the method that it calls. */
    @Test
    void aBridgeIsLeftAsItIs() {
        List<ClassNode> nodes = new ArrayList<>();
        new Javac(output)
                .processor((library, options) -> (owner, futures) -> {
                    Weave weave = new Weaver(library, options).weave(owner, futures);
                    ClassNode before = new ClassNode();
                    new ClassReader(owner).accept(before, 0);
                    if (before.name.equals("test/T$Texts")) {
                        ClassNode after = new ClassNode();
                        new ClassReader(weave.classes().get("test/T$Texts")).accept(after, 0);
                        nodes.addAll(List.of(before, after));
                    }
                    return weave;
                })
                .compileText("test/T.java", WovenSource.text("""
                        interface Source<T> { Future<T> load(T t); }
                        static final class Texts implements Source<String> {
                          @Async public Future<String> load(String s) { await(nothing()); return Future.ready(s); }
                        }
                        """))
                .silent();
        MethodNode before = bridge(nodes.get(0));
        assertTrue(AsyncTargets.isAsync(before), "javac gave the bridge no mark");
        assertEquals(opcodes(before), opcodes(bridge(nodes.get(1))));
        assertEquals(
                1,
                nodes.get(1).methods.stream()
                        .filter(method -> method.name.equals("load$poll"))
                        .count());
    }

    private static MethodNode bridge(ClassNode node) {
        return node.methods.stream()
                .filter(method -> (method.access & Opcodes.ACC_BRIDGE) != 0 && method.name.equals("load"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> opcodes(MethodNode method) {
        List<Integer> opcodes = new ArrayList<>();
        method.instructions.forEach(insn -> opcodes.add(insn.getOpcode()));
        opcodes.removeIf(opcode -> opcode < 0);
        return opcodes;
    }

    /** The layout of a frame is no promise, so nobody can write it down. */
    @Test
    void noFrameIsSerializable() throws ReflectiveOperationException {
        WovenSource source = WovenSource.of(output, HIERARCHY);
        for (String name : List.of("T_work", "T_one", "T_text")) {
            assertFalse(Serializable.class.isAssignableFrom(source.load().loadClass("test." + name)));
        }
    }
}
