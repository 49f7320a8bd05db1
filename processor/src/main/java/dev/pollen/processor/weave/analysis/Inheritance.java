// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.MethodRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.ClassNode;

/** The async methods that a class inherits or overrides: those of all classes and interfaces above it. */
public final class Inheritance {
    private final Library library;
    private final Map<String, List<MethodRef>> declared = new LinkedHashMap<>();
    private final Set<String> ofClasses = new LinkedHashSet<>();

    private Inheritance(Library library) {
        this.library = library;
    }

    /**
     * Looks above a class.
     *
     * @param owner the class
     * @param library where the classes above it are looked up
     * @return what is there
     */
    public static Inheritance of(ClassNode owner, Library library) {
        Inheritance result = new Inheritance(library);
        result.visit(owner.superName, new LinkedHashSet<>());
        Set<String> seen = new LinkedHashSet<>();
        owner.interfaces.forEach(itf -> result.visit(itf, seen));
        for (String name = owner.superName; name != null; ) {
            ClassShape shape = library.shape(name);
            if (shape == null) {
                break;
            }
            shape.interfaces().forEach(itf -> result.visit(itf, seen));
            name = shape.superName();
        }
        return result;
    }

    private void visit(@Nullable String name, Set<String> seen) {
        if (name == null || name.equals("java/lang/Object") || !seen.add(name)) {
            return;
        }
        ClassShape shape = library.shape(name);
        if (shape == null) {
            return;
        }
        for (MethodRef method : library.overridable(name)) {
            declared.computeIfAbsent(key(method.name(), method.descriptor()), k -> new ArrayList<>())
                    .add(method);
            if (!shape.isInterface()) {
                ofClasses.add(key(method.name(), method.descriptor()));
            }
        }
        if (shape.isInterface()) {
            shape.interfaces().forEach(itf -> visit(itf, seen));
        } else {
            visit(shape.superName(), seen);
        }
    }

    private static String key(String name, String descriptor) {
        return name + descriptor.substring(0, descriptor.indexOf(')'));
    }

    /**
     * Whether there is any.
     *
     * @return whether a class or interface above declares an async method that can be overridden
     */
    public boolean isThere() {
        return !declared.isEmpty();
    }

    /**
     * Whether a method of the class overrides an async one, whose twin would pass it by.
     *
     * @param name its name
     * @param descriptor its descriptor
     * @return whether one of that name with the same parameters stands above
     */
    public boolean overrides(String name, String descriptor) {
        return declared.containsKey(key(name, descriptor));
    }

    /**
     * The methods that several interfaces declare, none of them more special than the others, and no class: the JVM would
     * not know which interface's twin to call.
     *
     * @return one of each
     */
    public List<MethodRef> ambiguous() {
        List<MethodRef> found = new ArrayList<>();
        declared.forEach((key, methods) -> {
            long most = methods.stream()
                    .filter(method -> methods.stream().noneMatch(other -> isBelow(other.owner(), method.owner())))
                    .count();
            if (most > 1 && !ofClasses.contains(key)) {
                found.add(methods.get(0));
            }
        });
        return found;
    }

    private boolean isBelow(String name, String above) {
        ClassShape shape = library.shape(name);
        return shape != null && shape.interfaces().stream().anyMatch(itf -> itf.equals(above) || isBelow(itf, above));
    }
}
