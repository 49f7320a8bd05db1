// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.ClassFile;
import dev.pollen.processor.weave.analysis.ClassMarks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * Which class a Future class that is not woven yet may belong to: {@link dev.pollen.processor.model.FutureName} read
 * backwards. An underscore parts two names, two are one of a name; of three, it is not known which one parts.
 *
 * <pre>
 *   Outer_Inner_read       Outer$Inner
 *   A___b_read             A_$b  or  A$_b
 * </pre>
 */
public final class FutureOwner {
    private FutureOwner() {}

    /**
     * Reads a class file.
     *
     * @param bytes any class file
     * @return internal names of classes, of which one declares the method; empty if it is no Future class with a source, or
     *     is woven
     */
    public static List<String> candidates(byte[] bytes) {
        ClassNode node = ClassFile.of(bytes).node(ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        if (ClassMarks.find(node.invisibleAnnotations, Names.WOVEN).isPresent()) {
            return List.of();
        }
        return ClassMarks.find(node.invisibleAnnotations, Names.ASYNC_SOURCE)
                .map(source -> candidates(node.name, ClassMarks.value(source, "method", "")))
                .orElse(List.of());
    }

    private static List<String> candidates(String future, String method) {
        int parameters = method.indexOf('(');
        String name = parameters < 0 ? method : method.substring(0, parameters);
        int slash = future.lastIndexOf('/') + 1;
        String simple = future.substring(slash);
        String part = "_" + name.replace("_", "__");
        Set<String> owners = new LinkedHashSet<>();
        for (int at = simple.indexOf(part, 1); at >= 0; at = simple.indexOf(part, at + 1)) {
            int end = at + part.length();
            if (end == simple.length() || simple.charAt(end) == '_') {
                read(simple.substring(0, at), "", owners);
            }
        }
        return owners.stream().map(owner -> future.substring(0, slash) + owner).toList();
    }

    private static void read(String rest, String before, Set<String> owners) {
        int from = rest.indexOf('_');
        if (from < 0) {
            owners.add(before + rest);
            return;
        }
        int to = from;
        while (to < rest.length() && rest.charAt(to) == '_') {
            to++;
        }
        String head = before + rest.substring(0, from);
        int ofNames = (to - from) / 2;
        String tail = rest.substring(to);
        if ((to - from) % 2 == 0) {
            read(tail, head + "_".repeat(ofNames), owners);
            return;
        }
        for (String parted : parted(ofNames)) {
            read(tail, head + parted, owners);
        }
    }

    private static List<String> parted(int ofNames) {
        List<String> ways = new ArrayList<>();
        for (int first = 0; first <= ofNames; first++) {
            ways.add("_".repeat(first) + "$" + "_".repeat(ofNames - first));
        }
        return ways;
    }
}
