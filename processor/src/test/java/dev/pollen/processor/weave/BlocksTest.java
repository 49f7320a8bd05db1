// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.weave.classpath.FormerFutures;
import dev.pollen.processor.weave.classpath.FrameFactsReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What the weaver makes of async blocks. */
class BlocksTest {
    private static final String MEMBERS = """
              Future<String> field = Pollen.async(() -> text());
              static Future<String> plain(String s, long l) {
                return Pollen.async(() -> {
                  Future<Void> kept = Pollen.async(() -> { await(nothing()); return Future.done(); });
                  await(kept);
                  return Future.ready(s + l + await(one(1)));
                });
              }
              static Future<String> plain(int n) {
                Runnable r = () -> { Future.OfInt unused = Pollen.asyncInt(() -> Future.ready(n)); };
                return Pollen.async(T::text);
              }
              @Async static Future<Void> marked() {
                for (int i = 0; i < 3; i++) {
                  int n = i;
                  await(Pollen.asyncInt(() -> one(n)));
                }
                return Future.done();
              }
            """;

    @TempDir
    Path output;

    @Test
    void blocksAreNumberedAsTheCodeReachesThem() {
        WovenSource woven = weave();
        List<String> names = new ArrayList<>();
        woven.classes().forEach((name, bytes) -> {
            if (name.contains("$pollen$")) {
                names.add(name + " " + facts(bytes).method());
            }
        });
        assertEquals(
                List.of(
                        "test/T$pollen$1 T.<init>, block 1",
                        "test/T$pollen$2 T.plain, block 1",
                        "test/T$pollen$3 T.plain, block 2",
                        "test/T$pollen$4 T.plain, block 3",
                        "test/T$pollen$5 T.marked, block 1"),
                names);
    }

    @Test
    void aBlockIsACallOfItsBody() {
        WovenSource woven = weave();
        for (MethodNode method : woven.node("T").methods) {
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof MethodInsnNode call) {
                    assertTrue(!call.owner.equals("dev/pollen/Pollen"), method.name + " calls " + call.name);
                } else if (insn instanceof InvokeDynamicInsnNode lambda) {
                    assertTrue(!lambda.desc.endsWith("AsyncBlock;"), method.name + " makes a lambda");
                }
            }
        }
        assertEquals(1, lambdasCalledBy(woven, "plain", "(Ljava/lang/String;J)").size());
        assertEquals(List.of(), lambdasCalledBy(woven, "plain", "(I)"), "a reference is a call of its method");
    }

    @Test
    void bodiesAreNotSyntheticAndTwinsArePrivate() {
        WovenSource woven = weave();
        int bodies = 0;
        for (MethodNode method : woven.node("T").methods) {
            if (method.name.startsWith("lambda$") && method.name.endsWith("$poll")) {
                bodies++;
                assertEquals(0, method.access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_PRIVATE), method.name);
            } else if (method.name.startsWith("lambda$") && method.name.endsWith("$in")) {
                assertEquals(Opcodes.ACC_PRIVATE, method.access & Opcodes.ACC_PRIVATE, method.name);
            }
        }
        assertEquals(5, bodies);
    }

    @Test
    void capturesAreParametersAndNothingIsNoResult() {
        WovenSource woven = weave();
        assertEquals(
                List.of(
                        "state I",
                        "p$0 Ljava/lang/Object;", // a String first, and then the result
                        "p$1 J",
                        "child$0 Ltest/T$pollen$3;",
                        "child$1 Ltest/T_one;"),
                fields(woven, "T$pollen$2"));
        assertEquals(List.of("state I", "child$0 Ltest/T_nothing;"), fields(woven, "T$pollen$3"));
        assertTrue(woven.fields("marked").contains("child$0 Ltest/T$pollen$5;"), "placed in a loop");
    }

    @Test
    void formerFuturesAreThoseThatFollow() {
        WovenSource woven = weave();
        byte[] frame = woven.classes().get("test/T$pollen$1");
        Map<String, byte[]> files = Map.of(
                "test/A$pollen$1",
                frame,
                "test/A$pollen$2",
                frame,
                "test/A$pollen$3",
                woven.owner(),
                "test/A$pollen$5",
                frame);
        assertEquals(List.of("test/A$pollen$2"), FormerFutures.of("test/A", Set.of("test/A$pollen$1"), files::get));
        assertEquals(List.of("test/A$pollen$1", "test/A$pollen$2"), FormerFutures.of("test/A", Set.of(), files::get));
        assertEquals(List.of(), FormerFutures.of("test/B", Set.of(), files::get));
    }

    private WovenSource weave() {
        WovenSource woven = WovenSource.of(output, MEMBERS);
        assertTrue(
                woven.findings().stream()
                        .noneMatch(
                                finding -> finding.message().severity() == dev.pollen.processor.model.Severity.ERROR),
                woven.findings()::toString);
        return woven;
    }

    private static FrameFacts facts(byte[] bytes) {
        return FrameFactsReader.read(bytes).orElseThrow();
    }

    private static List<String> fields(WovenSource woven, String future) {
        return woven.node(future).fields.stream()
                .map(field -> field.name + " " + field.desc)
                .toList();
    }

    private static List<String> lambdasCalledBy(WovenSource woven, String name, String parameters) {
        List<String> called = new ArrayList<>();
        for (MethodNode method : woven.node("T").methods) {
            if (method.name.equals(name) && method.desc.startsWith(parameters)) {
                for (AbstractInsnNode insn : method.instructions) {
                    if (insn instanceof MethodInsnNode call && call.name.startsWith("lambda$")) {
                        called.add(call.name);
                    }
                }
            }
        }
        return called;
    }
}
