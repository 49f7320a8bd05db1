// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

import dev.pollen.processor.model.ClassShape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes an object takes on a 64-bit HotSpot with compressed references and class pointers.
 *
 * <p>The rule is HotSpot's own since JDK 15 (FieldLayoutBuilder): class by class from the top, primitives before
 * references, larger before smaller, each in the smallest gap that it fits into, else at the end; the whole is rounded
 * up to 8.
 */
public final class ObjectLayout {
    private static final int HEADER = 12;
    private static final int REFERENCE = 4;
    private static final int ALIGNMENT = 8;

    private final BitSet used = new BitSet();

    private ObjectLayout() {
        used.set(0, HEADER);
    }

    /**
     * The size of an object whose class is known to the library.
     *
     * @param className internal name of its class
     * @param library where the class and its superclasses are looked up
     * @return bytes; 0 if a class is not found
     */
    public static int bytes(String className, Function<String, @Nullable ClassShape> library) {
        ClassShape shape = library.apply(className);
        return shape == null ? 0 : bytes(shape.superName(), shape.fields(), library);
    }

    /**
     * The size of an object of a class that is being made.
     *
     * @param superName internal name of its superclass
     * @param fields descriptors of the instance fields that the class adds
     * @param library where the superclasses are looked up
     * @return bytes; 0 if a superclass is not found
     */
    public static int bytes(
            @Nullable String superName, List<String> fields, Function<String, @Nullable ClassShape> library) {
        List<List<String>> levels = new ArrayList<>();
        levels.add(fields);
        String name = superName;
        while (name != null && !name.equals("java/lang/Object")) {
            ClassShape shape = library.apply(name);
            if (shape == null) {
                return 0;
            }
            levels.add(0, shape.fields());
            name = shape.superName();
        }
        ObjectLayout layout = new ObjectLayout();
        levels.forEach(layout::add);
        return (layout.used.length() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private void add(List<String> fields) {
        fields.stream()
                .sorted(Comparator.comparing(ObjectLayout::isReference)
                        .thenComparing(
                                Comparator.comparingInt(ObjectLayout::size).reversed()))
                .forEach(field -> place(size(field)));
    }

    private static boolean isReference(String descriptor) {
        return descriptor.startsWith("L") || descriptor.startsWith("[");
    }

    private static int size(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'J', 'D' -> 8;
            case 'I', 'F' -> 4;
            case 'S', 'C' -> 2;
            case 'B', 'Z' -> 1;
            default -> REFERENCE;
        };
    }

    private void place(int size) {
        int best = -1;
        int bestGap = Integer.MAX_VALUE;
        int end = used.length();
        for (int gap = used.nextClearBit(0); gap < end; gap = used.nextClearBit(used.nextSetBit(gap))) {
            int gapEnd = used.nextSetBit(gap);
            int aligned = align(gap, size);
            if (aligned + size <= gapEnd && gapEnd - gap < bestGap) {
                best = aligned;
                bestGap = gapEnd - gap;
            }
        }
        int at = best < 0 ? align(end, size) : best;
        used.set(at, at + size);
    }

    private static int align(int offset, int size) {
        return (offset + size - 1) / size * size;
    }
}
