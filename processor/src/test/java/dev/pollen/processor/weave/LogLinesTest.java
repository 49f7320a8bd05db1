// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.annotations.LogFormats;
import dev.pollen.processor.weave.classpath.LogFormatsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Woven log lines hold neither text nor boxes, and what they held is still to be read. */
class LogLinesTest {
    @TempDir
    Path output;

    private WovenSource weave(String statements) {
        WovenSource woven = WovenSource.of(output, """
                static void log(dev.pollen.log.Logger log, int i, String s, Integer boxed, boolean b) {
                  %s
                }
                """.formatted(statements));
        assertEquals(List.of(), woven.findings());
        return woven;
    }

    private static List<String> calls(WovenSource woven) {
        return method(woven, "log").stream()
                .filter(MethodInsnNode.class::isInstance)
                .map(insn -> ((MethodInsnNode) insn).name + ((MethodInsnNode) insn).desc)
                .toList();
    }

    private static List<AbstractInsnNode> method(WovenSource woven, String name) {
        return List.of(woven.node("T").methods.stream()
                .filter(m -> m.name.equals(name))
                .findFirst()
                .orElseThrow()
                .instructions
                .toArray());
    }

    private static boolean holdsText(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LdcInsnNode ldc && ldc.cst instanceof String) {
                return true;
            }
        }
        return false;
    }

    @Test
    void formatAndBoxesAreGone() {
        WovenSource woven = weave("""
                dev.pollen.log.Log.info("a {} {} {} {}", i, 2L, 'c', s);
                log.warn("b {} {} {}", (byte) i, (short) i, 1.5f);
                log.warn("c {} {}", 2.5, b);
                log.warn("d {}", boxed);
                log.error("e");
                """);
        assertEquals(
                List.of(
                        "log$info(IIJCLjava/lang/Object;)V",
                        "log$warn(Ldev/pollen/log/Logger;IBSF)V",
                        "log$warn(Ldev/pollen/log/Logger;IDZ)V",
                        "log$warn(Ldev/pollen/log/Logger;ILjava/lang/Object;)V",
                        "log$error(Ldev/pollen/log/Logger;I)V"),
                calls(woven));
        assertTrue(woven.node("T").methods.stream()
                .filter(m -> m.name.startsWith("log"))
                .noneMatch(LogLinesTest::holdsText));
    }

    @Test
    void anArgumentWithBranchesKeepsTheOthersUnboxed() {
        WovenSource woven = weave("""
                log.info("{} {} {}", i, 5L, b ? "yes" : i > 2 ? "two" : "one");
                log.info("{} {}", b ? i : 2, b || i > 7 ? 1.5 : 2);
                """);
        assertEquals(
                List.of(
                        "log$info(Ldev/pollen/log/Logger;IIJLjava/lang/Object;)V",
                        "log$info(Ldev/pollen/log/Logger;IID)V"),
                calls(woven));
    }

    @Test
    void whatCannotBeUnboxedIsLeftAsItIs() {
        WovenSource woven = weave("""
                log.info("{} {}", switch (i) { case 0 -> 7; case 1 -> i * 2; default -> 8; }, i);
                log.info("{} {}", i, switch (i) {
                  case 0 -> { try { yield Integer.parseInt(s); } catch (NumberFormatException e) { yield 1; } }
                  default -> 8;
                });
                """);
        assertEquals(
                List.of(
                        "log$info(Ldev/pollen/log/Logger;ILjava/lang/Object;I)V",
                        "log$info(Ldev/pollen/log/Logger;Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;I)V"),
                calls(woven).stream().filter(call -> call.startsWith("log$")).toList());
    }

    @Test
    void linesOfOneShapeShareTheirMethod() {
        WovenSource woven = weave("log.info(\"a {}\", i); log.info(\"b {}\", i + 1); log.info(\"b {}\", 2);");
        List<MethodNode> writers = woven.node("T").methods.stream()
                .filter(m -> m.name.startsWith("log$"))
                .toList();
        assertEquals(1, writers.size());
        assertEquals(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, writers.get(0).access);
    }

    @Test
    void textsAreKeptWithTheirLinesAndFoundInBothForms() throws ReflectiveOperationException {
        WovenSource woven = weave("log.info(\"one {}\", i);\n\nlog.debug(\"two\");");
        List<LogFormatsReader.Found> inCode = LogFormatsReader.read(woven.owner());
        assertEquals(
                List.of("one {}", "two"),
                inCode.stream().map(LogFormatsReader.Found::text).toList());
        assertTrue(inCode.get(0).place().matches("T\\.java:\\d+"), inCode::toString);
        assertEquals(inCode, LogFormatsReader.read(woven.classes().get("test/T")));
        LogFormats kept = woven.load().loadClass("test.T").getAnnotation(LogFormats.class);
        assertEquals(List.of("one {}", "two"), List.of(kept.value()));
        assertEquals("T.java", kept.file());
    }

    @Test
    void aClassWithoutLinesHasNoMark() {
        WovenSource woven = weave("");
        assertEquals(List.of(), LogFormatsReader.read(woven.classes().get("test/T")));
        assertEquals(
                List.of(), woven.node("T").visibleAnnotations == null ? List.of() : woven.node("T").visibleAnnotations);
    }

    @Test
    void weavingTwiceChangesNothing() {
        WovenSource woven = weave("log.info(\"one {}\", i);");
        Weave again = new Weaver(woven.library(), WeaveOptions.DEFAULT)
                .weave(woven.classes().get("test/T"), Map.of());
        assertEquals(Map.of(), again.classes());
        assertFalse(woven.classes().isEmpty());
    }
}
