// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Dispatch;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.layout.Slot;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** Writes the {@code @FrameInfo} of a Future class; the size of the body follows when its class is written. */
final class FrameInfoWriter {
    private static final String BODY_BYTES = "bodyBytes";

    private FrameInfoWriter() {}

    static void write(ClassNode node, FrameDescription frame) {
        AsyncTarget target = frame.target();
        AnnotationVisitor info = node.visitAnnotation(Names.descriptor(Names.FRAME_INFO), false);
        String parameters = Arrays.stream(target.parameters())
                .map(FrameInfoWriter::simpleName)
                .collect(Collectors.joining(", ", "(", ")"));
        info.visit("method", target.displayName() + (target.isBlock() ? "" : parameters));
        info.visit("file", target.sourceFile());
        info.visit(
                "lines",
                frame.children().stream()
                        .mapToInt(child -> child.point().line())
                        .toArray());
        AnnotationVisitor awaits = info.visitArray("awaits");
        frame.awaits().forEach(text -> awaits.visit(null, text));
        awaits.visitEnd();
        info.visit("bytes", frame.bytes());
        AnnotationVisitor children = info.visitArray("children");
        for (Slot slot : frame.slots()) {
            children.visit(null, Type.getObjectType(slot.type()));
        }
        if (target.kind() == AsyncKind.GENERATOR) {
            children.visit(null, Type.getObjectType(Names.NEXT));
        }
        children.visitEnd();
        if (!frame.slots().isEmpty()) {
            AnnotationVisitor over = info.visitArray("slotsOver");
            frame.slotsOver().forEach(slots -> over.visit(null, slots));
            over.visitEnd();
        }
        info.visit(BODY_BYTES, 0);
        if (target.kind() == AsyncKind.TASK) {
            info.visit("poolSize", frame.pool().size());
            info.visit("name", frame.pool().name());
            if (frame.pool().maxBytes() > 0) {
                info.visit("maxBytes", frame.pool().maxBytes());
            }
        }
        if (!frame.allocations().isEmpty()) {
            AnnotationVisitor allocations = info.visitArray("allocations");
            frame.allocations().forEach(place -> allocations.visit(null, place));
            allocations.visitEnd();
        }
        if (target.maxDepth() > 0) {
            info.visit("maxDepth", target.maxDepth());
        }
        receivers(frame, info);
        info.visitEnd();
    }

    private static String simpleName(Type type) {
        String name = type.getClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private static void receivers(FrameDescription frame, AnnotationVisitor info) {
        List<Slot> dispatched =
                frame.slots().stream().filter(slot -> slot.dispatch() != null).toList();
        if (dispatched.isEmpty()) {
            return;
        }
        AnnotationVisitor receivers = info.visitArray("receivers");
        for (Slot slot : dispatched) {
            Dispatch dispatch = Objects.requireNonNull(slot.dispatch());
            AnnotationVisitor one = receivers.visitAnnotation(null, Names.descriptor(Names.FRAME_INFO + "$Receivers"));
            one.visit("slot", slot.index());
            one.visit("method", dispatch.method());
            AnnotationVisitor frames = one.visitArray("frames");
            dispatch.keptFrames().forEach(known -> frames.visit(null, Type.getObjectType(known)));
            frames.visitEnd();
            one.visit("open", dispatch.open() || dispatch.isCrowded());
            one.visitEnd();
        }
        receivers.visitEnd();
    }

    /** Fills in the size of the body. */
    static void bodyBytes(ClassNode node, int bytes) {
        for (AnnotationNode annotation : node.invisibleAnnotations) {
            if (annotation.desc.equals(Names.descriptor(Names.FRAME_INFO))) {
                annotation.values.set(annotation.values.indexOf(BODY_BYTES) + 1, bytes);
            }
        }
    }
}
