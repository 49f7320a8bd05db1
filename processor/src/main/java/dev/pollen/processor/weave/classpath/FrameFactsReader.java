// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.ClassFile;
import dev.pollen.processor.weave.analysis.ClassMarks;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** Reads what the weaver wrote down about a frame. */
public final class FrameFactsReader {
    private FrameFactsReader() {}

    /**
     * Reads a class file.
     *
     * @param bytes any class file
     * @return the facts; empty if it is not a woven Future class
     */
    public static Optional<FrameFacts> read(byte[] bytes) {
        ClassNode node = ClassFile.of(bytes).node(ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return ClassMarks.find(node.invisibleAnnotations, Names.FRAME_INFO).map(info -> {
            List<Type> children = ClassMarks.value(info, "children", List.of());
            return new FrameFacts(
                    node.name,
                    ClassMarks.value(info, "method", ""),
                    ClassMarks.value(info, "file", ""),
                    ClassMarks.value(info, "lines", List.of()),
                    ClassMarks.value(info, "awaits", List.of()),
                    ClassMarks.value(info, "bytes", 0),
                    children.stream().map(Type::getInternalName).toList(),
                    ClassMarks.value(info, "bodyBytes", 0),
                    ClassMarks.value(info, "poolSize", 0),
                    ClassMarks.value(info, "name", ""),
                    ClassMarks.value(info, "maxBytes", 0),
                    ClassMarks.value(info, "slotsOver", List.of()),
                    ClassMarks.value(info, "allocations", List.of()),
                    ClassMarks.value(info, "maxDepth", 0),
                    ClassMarks.<List<AnnotationNode>>value(info, "receivers", List.of()).stream()
                            .map(FrameFactsReader::receivers)
                            .toList());
        });
    }

    private static FrameFacts.Receivers receivers(AnnotationNode slot) {
        List<Type> frames = ClassMarks.value(slot, "frames", List.of());
        return new FrameFacts.Receivers(
                ClassMarks.value(slot, "slot", 0),
                ClassMarks.value(slot, "method", ""),
                frames.stream().map(Type::getInternalName).toList(),
                ClassMarks.value(slot, "open", true));
    }
}
