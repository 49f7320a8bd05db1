// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import dev.pollen.processor.model.MethodRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** The classes that are woven when javac has generated the last class file that their weave needs. */
final class PendingWeaves {
    private final Map<String, PendingOwner> owners = new LinkedHashMap<>();
    private final Map<String, PendingOwner> byClass = new HashMap<>();
    private final Set<MethodRef> methods = new HashSet<>();
    private final Map<String, MethodRef> methodOf = new HashMap<>();

    /** Lets a method's class wait for the method's Future class. */
    void add(MethodRef method, TypeElement declaredBy, String future, Elements elements) {
        methodOf.put(future.replace('.', '/'), method);
        PendingOwner owner = addOwner(method, declaredBy, elements);
        owner.await(future);
        byClass.put(future, owner);
    }

    /** Has a method's class woven; the method needs no Future class. */
    PendingOwner addOwner(MethodRef method, TypeElement declaredBy, Elements elements) {
        methods.add(method);
        return add(declaredBy, elements);
    }

    /** Lets a class wait for nothing but itself: it has blocks, or methods without a source of their Future classes. */
    PendingOwner add(TypeElement type, Elements elements) {
        String name = elements.getBinaryName(type).toString();
        PendingOwner owner = owners.computeIfAbsent(name, binary -> PendingOwner.of(type, elements));
        byClass.put(name, owner);
        return owner;
    }

    /** The method of a Future class that the annotation processor has written; null for one that only the weaver knows. */
    @Nullable
    MethodRef methodOf(String future) {
        return methodOf.get(future);
    }

    /** Whether no class waits to be woven. */
    boolean isEmpty() {
        return owners.isEmpty();
    }

    /** Whether the annotation processor has seen a method. */
    boolean knows(MethodRef method) {
        return methods.contains(method);
    }

    /**
     * Takes note of a class file.
     *
     * @param name the binary name of its class
     * @param source the class's source
     * @return the owner that waits for nothing more, once; null if there is none
     */
    @Nullable
    PendingOwner generated(String name, @Nullable JavaFileObject source) {
        PendingOwner owner = byClass.get(name);
        if (owner == null) {
            return null;
        }
        owner.generated(name, source);
        return owner.isComplete() ? owners.remove(owner.binaryName()) : null;
    }

    /** Whether a class is woven, or was, for async code: its own, or that which it is the Future class of. */
    boolean isPending(String name) {
        return byClass.containsKey(name);
    }

    /** Takes the owners that still wait. */
    List<PendingOwner> drain() {
        List<PendingOwner> waiting = new ArrayList<>(owners.values());
        owners.clear();
        byClass.clear();
        return waiting;
    }
}
