// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pollen.processor.weave.WovenSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The check accepts what the weaver writes and refuses it with any of its frames or instructions spoilt. */
class FrameCheckTest {
    private static final String MEMBERS = """
            @Async static Future<String> work(int a, String b, long c) {
              String r = "";
              try {
                for (int i = 0; i < a; i++) {
                  r += await(one(i)) + c + await(text());
                }
              } catch (IllegalStateException e) {
                r += b + await(one(a)) + e;
              }
              return Future.ready(r);
            }
            """;

    @TempDir
    Path output;

    @TestFactory
    Stream<DynamicTest> spoilt() {
        Map<String, Consumer<MethodNode>> faults = new LinkedHashMap<>();
        faults.put(
                "a frame is missing",
                body -> body.instructions.remove(frames(body).get(2)));
        faults.put("all frames are missing", body -> frames(body).forEach(body.instructions::remove));
        faults.put("a local has another class", body -> change(body, "java/lang/String", "java/lang/Integer"));
        faults.put("a local is an int", body -> change(body, "java/lang/String", Opcodes.INTEGER));
        faults.put("a long is a double", body -> change(body, Opcodes.LONG, Opcodes.DOUBLE));
        faults.put("the exception is an object", body -> change(body, "java/lang/Throwable", "java/lang/Object"));
        faults.put("a local too many", body -> frames(body).get(3).local.add(Opcodes.INTEGER));
        faults.put("a stack that is not there", FrameCheckTest::addToAStack);
        faults.put("a checkcast is missing", FrameCheckTest::removeCast);
        faults.put("an instruction is missing", FrameCheckTest::removeStore);
        faults.put("the end is missing", FrameCheckTest::removeEnd);
        faults.put("a handler expects another class", FrameCheckTest::changeHandler);
        return faults.entrySet().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> refuses(fault.getValue())));
    }

    private void refuses(Consumer<MethodNode> fault) {
        WovenSource woven = WovenSource.of(output, MEMBERS);
        ClassNode owner = woven.node("T");
        MethodNode body = owner.methods.stream()
                .filter(method -> method.name.equals("work$poll"))
                .findFirst()
                .orElseThrow();
        fault.accept(body);
        byte[] bytes;
        try {
            ClassWriter writer = new ClassWriter(0);
            owner.accept(writer);
            bytes = writer.toByteArray();
        } catch (RuntimeException e) {
            throw new AssertionError("the fault cannot be written", e);
        }
        assertFalse(FrameCheck.check(bytes, woven.library()).isEmpty(), "accepted");
    }

    @Test
    void soundClassesAreAccepted() {
        WovenSource woven = WovenSource.of(output, MEMBERS);
        woven.classes().values().forEach(bytes -> assertEquals(Map.of(), FrameCheck.check(bytes, woven.library())));
    }

    private static List<FrameNode> frames(MethodNode body) {
        List<FrameNode> frames = new ArrayList<>();
        for (AbstractInsnNode insn : body.instructions) {
            if (insn instanceof FrameNode frame) {
                frames.add(frame);
            }
        }
        return frames;
    }

    /** Changes a type in the last frame that has it. */
    private static void change(MethodNode body, Object from, Object to) {
        List<FrameNode> frames = frames(body);
        for (int i = frames.size() - 1; i >= 0; i--) {
            int at = frames.get(i).local.lastIndexOf(from);
            if (at >= 0) {
                frames.get(i).local.set(at, to);
                return;
            }
        }
        throw new AssertionError("no frame has " + from);
    }

    private static void addToAStack(MethodNode body) {
        FrameNode frame =
                frames(body).stream().filter(f -> f.stack.isEmpty()).findFirst().orElseThrow();
        frame.stack = new ArrayList<>(List.of(Opcodes.INTEGER));
    }

    private static void removeCast(MethodNode body) {
        for (AbstractInsnNode insn : body.instructions) {
            if (insn instanceof TypeInsnNode type
                    && insn.getOpcode() == Opcodes.CHECKCAST
                    && type.desc.endsWith("String")) {
                body.instructions.remove(insn);
                return;
            }
        }
        throw new AssertionError("no checkcast");
    }

    private static void removeStore(MethodNode body) {
        for (AbstractInsnNode insn = body.instructions.getLast(); insn != null; insn = insn.getPrevious()) {
            if (insn instanceof VarInsnNode && insn.getOpcode() == Opcodes.LSTORE) {
                body.instructions.set(insn, new InsnNode(Opcodes.POP2));
                return;
            }
        }
        throw new AssertionError("no store");
    }

    private static void removeEnd(MethodNode body) {
        for (AbstractInsnNode insn = body.instructions.getLast(); insn != null; insn = insn.getPrevious()) {
            if (insn instanceof JumpInsnNode
                    || insn.getOpcode() == Opcodes.ATHROW
                    || insn.getOpcode() > Opcodes.LOOKUPSWITCH) {
                body.instructions.set(insn, new InsnNode(Opcodes.NOP));
                return;
            }
            if (insn.getOpcode() >= Opcodes.TABLESWITCH) {
                body.instructions.set(insn, new InsnNode(Opcodes.POP));
                return;
            }
        }
    }

    private static void changeHandler(MethodNode body) {
        for (TryCatchBlockNode block : body.tryCatchBlocks) {
            if (block.type != null) {
                block.type = "java/lang/Error";
                return;
            }
        }
        throw new AssertionError("no handler");
    }
}
