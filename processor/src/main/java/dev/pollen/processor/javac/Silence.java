// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.pollen.processor.model.Marks;
import dev.pollen.processor.model.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * What {@code @SuppressWarnings} takes away where some code stands: {@code "pollen:045"} one warning or note, {@code "pollen"}
 * all of them, on the class, method, variable or parameter around. Errors stay.
 *
 * @param names those of the annotations around that are ours
 */
record Silence(Set<String> names) {
    /** Nothing is taken away. */
    static final Silence NONE = new Silence(Set.of());

    private static final String ALL = "pollen";
    private static final String ONE = "pollen:";

    /** Copies the set. */
    Silence {
        names = Set.copyOf(names);
    }

    /** What the declarations around a tree say, its own included. */
    static Silence around(TreePath path, Trees trees) {
        Silence silence = NONE;
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            silence = silence.at(at, trees);
        }
        return silence;
    }

    /** This, and what a declaration says; any other tree says nothing. */
    Silence at(TreePath path, Trees trees) {
        Tree tree = path.getLeaf();
        ModifiersTree modifiers = null;
        if (tree instanceof VariableTree variable) {
            modifiers = variable.getModifiers();
        } else if (tree instanceof MethodTree method) {
            modifiers = method.getModifiers();
        } else if (tree instanceof ClassTree type) {
            modifiers = type.getModifiers();
        }
        if (modifiers == null || modifiers.getAnnotations().isEmpty()) {
            return this;
        }
        Element element = trees.getElement(path);
        AnnotationMirror mirror = element == null ? null : Marks.find(element, "java/lang/SuppressWarnings");
        return mirror == null ? this : and(mirror);
    }

    private Silence and(AnnotationMirror mirror) {
        Set<String> more = new HashSet<>(names);
        for (AnnotationValue value : mirror.getElementValues().values()) {
            if (value.getValue() instanceof List<?> list) {
                for (Object each : list) {
                    if (each instanceof AnnotationValue name && isOurs(String.valueOf(name.getValue()))) {
                        more.add(String.valueOf(name.getValue()));
                    }
                }
            }
        }
        return more.size() == names.size() ? this : new Silence(more);
    }

    private static boolean isOurs(String name) {
        return name.equals(ALL) || name.startsWith(ONE);
    }

    /** Whether a message is not to be printed, unless it is an error. */
    boolean covers(Message message) {
        String digits = message.id().substring(message.id().indexOf('-') + 1);
        return names.contains(ALL) || names.contains(ONE + digits);
    }
}
