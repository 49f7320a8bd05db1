// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTargets;
import dev.pollen.processor.weave.analysis.ClassFile;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * A class that cannot be woven and is about to run: its async code throws, with the reason, before it has done anything.
 *
 * <pre>
 *   static Future&lt;Void> blink(Output led) { throw new NotWovenError("Blinky.blink, which .. POLLEN-028 ..,"); }
 * </pre>
 */
public final class Refusal {
    private static final String ERROR = "dev/pollen/NotWovenError";
    private static final int LONGEST = 4_000;

    private Refusal() {}

    /**
     * Changes a class.
     *
     * @param bytes a class that is not woven
     * @param reason why, as a part of a sentence
     * @return the class, whose async methods and those that await or make blocks throw
     */
    public static byte[] of(byte[] bytes, String reason) {
        ClassFile file = ClassFile.of(bytes);
        ClassNode node = file.node(0);
        boolean future = isFuture(node);
        for (MethodNode method : node.methods) {
            boolean poll = future && method.name.equals("poll");
            if ((method.access & Opcodes.ACC_ABSTRACT) == 0
                    && (poll || AsyncTargets.isAsync(method) || calls(method))) {
                refuse(node, method, reason);
            }
        }
        ClassWriter writer = new ClassWriter(file.reader(), ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static boolean isFuture(ClassNode node) {
        return node.invisibleAnnotations != null
                && node.invisibleAnnotations.stream()
                        .anyMatch(mark -> mark.desc.equals(Names.descriptor(Names.ASYNC_SOURCE)));
    }

    private static boolean calls(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode call
                    && call.owner.equals(Names.POLLEN)
                    && (call.name.equals("await") || call.name.startsWith("async"))) {
                return true;
            }
        }
        return false;
    }

    private static void refuse(ClassNode node, MethodNode method, String reason) {
        String what = Names.binary(node.name) + "." + method.name + ", which could not be woven when it was loaded ("
                + reason.substring(0, Math.min(reason.length(), LONGEST)) + "),";
        InsnList code = new InsnList();
        code.add(new TypeInsnNode(Opcodes.NEW, ERROR));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new LdcInsnNode(what));
        code.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, ERROR, "<init>", "(Ljava/lang/String;)V", false));
        code.add(new InsnNode(Opcodes.ATHROW));
        method.instructions = code;
        method.tryCatchBlocks = new ArrayList<>();
        method.localVariables = List.of();
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
    }
}
