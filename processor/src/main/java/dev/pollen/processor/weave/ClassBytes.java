// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.weave.analysis.Lines;
import dev.pollen.processor.weave.transform.WovenMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;

/** Writes woven classes. Frames are written as they stand: only the sizes of stack and locals are computed. */
final class ClassBytes {
    /** HotSpot compiles no method above this size (-XX:-DontCompileHugeMethods lifts it). */
    private static final int HUGE_METHOD = 8_000;

    private final byte[] bytes;
    private final Map<WovenMethod, Integer> bodyBytes;

    private ClassBytes(byte[] bytes, Map<WovenMethod, Integer> bodyBytes) {
        this.bytes = bytes;
        this.bodyBytes = bodyBytes;
    }

    static ClassBytes ofOwner(ClassReader reader, ClassNode owner, List<WovenMethod> methods, List<Finding> findings) {
        Map<WovenMethod, LabelNode> ends = new LinkedHashMap<>();
        for (WovenMethod method : methods) {
            LabelNode end = new LabelNode();
            method.body().instructions.add(end);
            ends.put(method, end);
        }
        mark(owner);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        // What javac wrote is no attack: a body of many frames is too large for a method, or it is not.
        writer.setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
        owner.accept(writer);
        Map<WovenMethod, Integer> sizes = new LinkedHashMap<>();
        ends.forEach((method, end) -> {
            int size = end.getLabel().getOffset();
            sizes.put(method, size);
        });
        byte[] written = new byte[0];
        try {
            written = writer.toByteArray();
            sizes.forEach((method, size) -> {
                if (size > HUGE_METHOD) {
                    findings.add(size(Message.BODY_LARGE, method, size));
                }
            });
        } catch (MethodTooLargeException e) {
            methods.stream()
                    .filter(method -> method.body().name.equals(e.getMethodName()))
                    .forEach(method -> findings.add(size(Message.BODY_TOO_LARGE, method, e.getCodeSize())));
        }
        return new ClassBytes(written, sizes);
    }

    private static Finding size(Message message, WovenMethod method, int size) {
        return new Finding(
                message,
                List.of(method.target().displayName(), String.format(Locale.ROOT, "%,d", size), method.whereToSplit()),
                method.target().ref(),
                // A block is known by its lines alone.
                method.target().isBlock() ? Lines.first(method.target().method()) : 0,
                "");
    }

    static byte[] ofFuture(ClassNode future) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        future.accept(writer);
        return writer.toByteArray();
    }

    private static void mark(ClassNode owner) {
        if (owner.invisibleAnnotations == null) {
            owner.invisibleAnnotations = new ArrayList<>();
        }
        owner.invisibleAnnotations.add(new AnnotationNode(Opcodes.ASM9, "Ldev/pollen/annotations/Woven;"));
    }

    byte[] bytes() {
        return bytes;
    }

    int bodyBytes(WovenMethod method) {
        return Objects.requireNonNull(bodyBytes.get(method));
    }
}
