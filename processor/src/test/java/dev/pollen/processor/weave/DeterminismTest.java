// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.processor.Javac;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The same classes give the same bytes, and debug information changes no instruction. */
class DeterminismTest {
    private static final String MEMBERS = """
              @Async static Future<String> work(int a, String b, long... c) {
                var kept = text();
                String s = b;
                for (long l : c) {
                  try {
                    s += await(one(a)) + l + await(kept);
                    var r = await(select(one(1), text()));
                    s += new StringBuilder(await(text())).append(r.index());
                  } finally {
                    s += await(text());
                  }
                }
                return Future.ready(s);
              }
            """;

    @TempDir
    Path output;

    @Test
    void twoWeavesAreEqual() {
        List<Weave> weaves = new ArrayList<>();
        List<Weave> again = new ArrayList<>();
        new Javac(output)
                .processor((library, options) -> (owner, futures) -> {
                    weaves.add(new Weaver(library, options).weave(owner, futures));
                    weaves.add(new Weaver(library, options).weave(owner, futures));
                    byte[] woven = weaves.get(0).classes().values().iterator().next();
                    again.add(new Weaver(library, options)
                            .weave(woven, weaves.get(0).classes()));
                    return weaves.get(0);
                })
                .compileText("test/T.java", WovenSource.text(MEMBERS));
        Map<String, byte[]> first = weaves.get(0).classes();
        Map<String, byte[]> second = weaves.get(1).classes();
        assertEquals(new ArrayList<>(first.keySet()), new ArrayList<>(second.keySet()));
        first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
        assertEquals(Map.of(), again.get(0).classes(), "woven classes were woven again");
    }

    @Test
    void debugInformationChangesNoInstruction() {
        WovenSource with = WovenSource.of(output.resolve("with"), MEMBERS, "-g");
        WovenSource without = WovenSource.of(output.resolve("without"), MEMBERS, "-g:none");
        assertEquals(instructions(with.body("work")), instructions(without.body("work")));
        assertEquals(with.fields("work"), without.fields("work"));
    }

    /** The opcodes, and the operands that are no labels. */
    private static List<String> instructions(MethodNode method) {
        List<String> instructions = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn.getOpcode() >= 0) {
                instructions.add(insn.getOpcode() + operands(insn));
            }
        }
        return instructions;
    }

    private static String operands(AbstractInsnNode insn) {
        if (insn instanceof VarInsnNode access) {
            return " " + access.var;
        } else if (insn instanceof FieldInsnNode access) {
            return " " + access.owner + "." + access.name;
        } else if (insn instanceof MethodInsnNode call) {
            return " " + call.owner + "." + call.name + call.desc;
        } else if (insn instanceof TypeInsnNode type) {
            return " " + type.desc;
        }
        return "";
    }
}
