// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.AllocationMark;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the marks around the methods of a class say of allocation. A method's own mark counts before that of its class,
 * and a block has the mark of the method that makes it.
 */
public final class AllocationMarks {
    private final ClassNode owner;
    private final @Nullable AllocationMark ofClass;
    private final Map<String, MethodNode> makers = new HashMap<>();

    private AllocationMarks(ClassNode owner, @Nullable AllocationMark ofClass) {
        this.owner = owner;
        this.ofClass = ofClass;
    }

    /**
     * Reads a class.
     *
     * @param owner the class, in which blocks are calls of their bodies
     * @param library what is known of the classes and the package around it
     * @return its marks
     */
    public static AllocationMarks of(ClassNode owner, Library library) {
        AllocationMarks marks = new AllocationMarks(owner, library.allocation(owner.name));
        for (MethodNode method : owner.methods) {
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof MethodInsnNode call
                        && call.owner.equals(owner.name)
                        && Calls.isLambdaBody(call.name)) {
                    marks.makers.putIfAbsent(call.name + call.desc, method);
                }
            }
        }
        return marks;
    }

    /**
     * The mark that counts for a method.
     *
     * @param method a method of the class
     * @return the innermost mark around its code; null for none
     */
    public @Nullable AllocationMark of(MethodNode method) {
        Set<MethodNode> seen = new HashSet<>();
        MethodNode at = method;
        while (at != null && seen.add(at)) {
            AllocationMark own = in(at.invisibleAnnotations, simpleName(owner.name) + "." + at.name);
            if (own != null) {
                return own;
            }
            at = makers.get(at.name + at.desc);
        }
        return ofClass;
    }

    /**
     * Reads one mark.
     *
     * @param annotations the annotations of a package, class or method; null for none
     * @param where what carries them, for messages
     * @return what they say; null for nothing
     */
    public static @Nullable AllocationMark in(@Nullable List<AnnotationNode> annotations, String where) {
        if (ClassMarks.find(annotations, Names.ALLOW_ALLOCATION).isPresent()) {
            return new AllocationMark(false, where);
        }
        return ClassMarks.find(annotations, Names.NO_ALLOCATION).isPresent() ? new AllocationMark(true, where) : null;
    }

    /**
     * The name of a class as messages have it.
     *
     * @param internalName its internal name
     * @return the name without its package
     */
    public static String simpleName(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
    }
}
