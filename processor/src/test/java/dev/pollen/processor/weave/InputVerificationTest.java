// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodNode;

/** Who is told to be at fault, when a woven class is not sound. */
class InputVerificationTest {
    private static final String SOURCE = """
            @Async static Future.OfInt broken(int n, Object o) {
              int sum = 0;
              String s = n > 3 ? "x" : null;
              for (int i = 0; i < n; i++) {
                sum += await(one(i));
              }
              return Future.ready(sum + String.valueOf(s).length() + o.hashCode());
            }
            static int ordinary(int n, Object o) {
              int sum = 0;
              for (int i = 0; i < n; i++) {
                sum += i;
              }
              return sum;
            }
            """;

    @TempDir
    Path output;

    /** What is said of a class one of whose methods claims in its frames that a parameter is a string. */
    private List<Finding> findings(String method) {
        WovenSource source = WovenSource.of(output, SOURCE);
        ClassNode node = new ClassNode();
        new ClassReader(source.owner()).accept(node, ClassReader.EXPAND_FRAMES);
        MethodNode broken = Rewoven.method(node, method);
        for (AbstractInsnNode insn : broken.instructions) {
            if (insn instanceof FrameNode frame && frame.type == Opcodes.F_NEW) {
                frame.local.set(1, "java/lang/String");
            }
        }
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return Rewoven.of(source, writer.toByteArray()).findings();
    }

    private static void check(List<Finding> findings, String method) {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.message() != Message.MAY_ALLOCATE)
                .toList();
        assertEquals(1, errors.size(), errors::toString);
        Finding error = errors.get(0);
        assertEquals(Message.COMPILER_FAULT, error.message(), error::text);
        assertEquals(method, error.method().name());
        assertTrue(error.line() > 0, "at a line");
        assertTrue(error.text().contains("the compiler wrote code for T." + method), error::text);
        assertTrue(error.text().contains("java/lang/String is expected"), error::text);
    }

    @Test
    void aMethodThatWasBrokenBeforeIsTheCompilers() {
        check(findings("broken"), "broken");
    }

    @Test
    void soIsOneThatIsNotAsync() {
        check(findings("ordinary"), "ordinary");
    }
}
