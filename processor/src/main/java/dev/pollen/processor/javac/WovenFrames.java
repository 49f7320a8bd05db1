// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import dev.pollen.processor.model.ErasedTypes;
import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Names;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what the weaver wrote down about frames of earlier compilations, as javac shows it. */
final class WovenFrames {
    private final Marks marks;
    private final ErasedTypes erased;

    WovenFrames(Marks marks, ErasedTypes erased) {
        this.marks = marks;
        this.erased = erased;
    }

    /**
     * Reads a class.
     *
     * @param name its internal name
     * @param type the class
     * @return the facts; null if it is not a woven Future class
     */
    @Nullable
    FrameFacts read(String name, TypeElement type) {
        AnnotationMirror info = Marks.find(type, Names.FRAME_INFO);
        if (info == null) {
            return null;
        }
        List<FrameFacts.Receivers> receivers = new ArrayList<>();
        for (AnnotationMirror slot : values(info, "receivers", AnnotationMirror.class)) {
            receivers.add(new FrameFacts.Receivers(
                    marks.value(slot, "slot", Integer.class, 0),
                    marks.value(slot, "method", String.class, ""),
                    classes(slot, "frames"),
                    marks.value(slot, "open", Boolean.class, true)));
        }
        return new FrameFacts(
                name,
                marks.value(info, "method", String.class, ""),
                marks.value(info, "file", String.class, ""),
                values(info, "lines", Integer.class),
                values(info, "awaits", String.class),
                marks.value(info, "bytes", Integer.class, 0),
                classes(info, "children"),
                marks.value(info, "bodyBytes", Integer.class, 0),
                marks.value(info, "poolSize", Integer.class, 0),
                marks.value(info, "name", String.class, ""),
                marks.value(info, "maxBytes", Integer.class, 0),
                values(info, "slotsOver", String.class),
                values(info, "allocations", String.class),
                marks.value(info, "maxDepth", Integer.class, 0),
                receivers);
    }

    private List<String> classes(AnnotationMirror annotation, String name) {
        return values(annotation, name, TypeMirror.class).stream()
                .map(erased::internalName)
                .toList();
    }

    private <T> List<T> values(AnnotationMirror annotation, String name, Class<T> type) {
        AnnotationValue value = marks.given(annotation, name);
        List<T> values = new ArrayList<>();
        if (value != null && value.getValue() instanceof List<?> list) {
            for (Object entry : list) {
                Object given = ((AnnotationValue) entry).getValue();
                if (type.isInstance(given)) {
                    values.add(type.cast(given));
                }
            }
        }
        return values;
    }
}
