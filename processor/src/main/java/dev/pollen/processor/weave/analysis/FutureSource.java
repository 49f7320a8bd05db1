// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/**
 * What a Future class tells of the source of its method; a class that the weaver makes itself tells nothing.
 *
 * @param node the class as it was compiled
 * @param method the method's name and descriptor; empty if it does not say
 * @param line the line that declares the method; 0 if it does not say
 * @param awaitLines the lines of the awaits, in the order of the source
 * @param awaits their texts
 */
public record FutureSource(ClassNode node, String method, int line, List<Integer> awaitLines, List<String> awaits) {
    private static final Set<String> MADE_BY_WEAVING =
            Set.of(Names.descriptor(Names.WOVEN), Names.descriptor(Names.FRAME_INFO));

    /**
     * Reads a class. One that was woven before, with an owner that has been compiled anew since, is taken for what its
     * source was.
     *
     * @param node a Future class
     * @return what it tells
     */
    public static FutureSource of(ClassNode node) {
        if (ClassMarks.find(node.invisibleAnnotations, Names.WOVEN).isPresent()) {
            node.invisibleAnnotations.removeIf(mark -> MADE_BY_WEAVING.contains(mark.desc));
            node.fields.removeIf(field -> (field.access & Opcodes.ACC_SYNTHETIC) != 0);
        }
        AnnotationNode source = ClassMarks.find(node.invisibleAnnotations, Names.ASYNC_SOURCE)
                .orElseGet(() -> new AnnotationNode(Names.descriptor(Names.ASYNC_SOURCE)));
        return new FutureSource(
                node,
                ClassMarks.value(source, "method", ""),
                ClassMarks.value(source, "line", 0),
                ClassMarks.value(source, "awaitLines", List.of()),
                ClassMarks.value(source, "awaits", List.of()));
    }

    /**
     * The names of the method's parameters: the source has a field for each.
     *
     * @param count the number of parameters
     * @return the names, or made-up ones
     */
    public List<String> parameterNames(int count) {
        List<String> names = node.fields.stream()
                .filter(field -> (field.access & Opcodes.ACC_STATIC) == 0)
                .map(field -> field.name)
                .toList();
        if (names.size() == count + 1) {
            return names.subList(1, count + 1);
        }
        if (names.size() == count) {
            return names;
        }
        List<String> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add("p$" + i);
        }
        return made;
    }

    /**
     * The text of each await of a body.
     *
     * @param points the awaits, in the order of the code; those of a {@code finally} block stand there several times
     * @return a text for each; empty where the source was not seen
     */
    public List<String> texts(List<SuspensionPoint> points) {
        Map<Integer, Integer> seen = new HashMap<>();
        List<String> texts = new ArrayList<>();
        for (SuspensionPoint point : points) {
            List<String> here = new ArrayList<>();
            for (int i = 0; i < awaits.size(); i++) {
                if (awaitLines.get(i) == point.line()) {
                    here.add(awaits.get(i));
                }
            }
            int nth = seen.merge(point.line(), 1, Integer::sum) - 1;
            texts.add(here.isEmpty() ? "" : here.get(nth % here.size()));
        }
        return texts;
    }
}
