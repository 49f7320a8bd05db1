// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pollen.processor.weave.analysis.FrameTypes;
import dev.pollen.processor.weave.analysis.TypeValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/** What debuggers and tools that read variable tables rely on. */
class DebugInformationTest {
    private static final String MEMBERS = """
            @Async static Future<String> work(int a, String b, long c) {
              String dead = b + c;
              int length = dead.length();
              double wide = await(one(a));
              for (int i = 0; i < length; i++) {
                Object o = await(text());
                try {
                  long l = await(one(i));
                  wide += l;
                } catch (IllegalStateException e) {
                  int inner = await(one(2));
                  b = e.getMessage() + inner;
                } finally {
                  wide += await(one(3));
                }
              }
              return Future.ready(b + wide);
            }
            """;

    @TempDir
    Path output;

    @Test
    void eachVariableHoldsWhatItsTableSays() {
        MethodNode body = WovenSource.of(output, MEMBERS, "-g").body("work");
        FrameTypes types = FrameTypes.of(
                body, List.of(TypeValue.reference("test/T_work"), TypeValue.reference("dev/pollen/Context")));
        List<String> wrong = new ArrayList<>();
        assertFalse(body.localVariables.isEmpty());
        for (LocalVariableNode variable : body.localVariables) {
            TypeValue declared = TypeValue.of(Type.getType(variable.desc));
            for (AbstractInsnNode insn = variable.start; insn != variable.end; insn = insn.getNext()) {
                Frame<TypeValue> frame = types.before(insn);
                if (insn.getOpcode() >= 0 && frame != null && !holds(frame.getLocal(variable.index), declared)) {
                    wrong.add(variable.name + " is " + frame.getLocal(variable.index));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean holds(TypeValue value, TypeValue declared) {
        return declared.isReference() ? value.isReference() : value.equals(declared);
    }
}
