// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the classes around the one that is woven; each front end has its own: javac's elements, class files
 * on a path. Classes are never loaded for it.
 */
public interface Library {
    /**
     * Resolves a call to the method that it names, along superclasses and interfaces.
     *
     * @param call the call as it stands in the class file
     * @return what a call of the method gives; null if the method has no mark or is not found
     */
    @Nullable
    Callee callee(MethodRef call);

    /**
     * Looks a class up.
     *
     * @param internalName its internal name
     * @return its shape; null if it is not found
     */
    @Nullable
    ClassShape shape(String internalName);

    /**
     * Finds out what receivers a call can have.
     *
     * @param call the call of an {@code @Async} method that can be overridden, as it stands in the class file
     * @return what is known
     */
    default Dispatch dispatch(MethodRef call) {
        return new Dispatch(call.display(), Dispatch.DEFAULT_DEPTH, List.of(), true);
    }

    /**
     * The async functions of a class that others can override or implement.
     *
     * @param internalName the class
     * @return those that it declares itself, abstract ones included
     */
    default List<MethodRef> overridable(String internalName) {
        return List.of();
    }

    /**
     * The objects that a slot is made with, as far as its class tells: its final fields whose type is a class of the same
     * package, and which there can be objects of.
     *
     * @param internalName a class that a frame keeps for a placed future
     * @return internal names of the fields' classes; empty if it is not found
     */
    default List<String> parts(String internalName) {
        return List.of();
    }

    /**
     * What is known of a frame that was woven in an earlier compilation.
     *
     * @param internalName a Future class
     * @return the facts; null if it is not woven, or is not found
     */
    default @Nullable FrameFacts frame(String internalName) {
        return null;
    }

    /**
     * What is said of allocation in a class: by a mark of its own, else of the method, class or package that encloses it.
     *
     * @param internalName the class
     * @return the innermost mark; null for none
     */
    default @Nullable AllocationMark allocation(String internalName) {
        return null;
    }

    /**
     * Whether a call loses something when its future is cancelled half-way.
     *
     * @param call the call as it stands in the class file
     * @return whether its method, or one that this overrides, is marked {@code @CancelUnsafe}
     */
    default boolean isCancelUnsafe(MethodRef call) {
        return false;
    }

    /**
     * Whether the objects of a class change, and nothing of the class guards them against other threads.
     *
     * @param internalName the class
     * @return whether it or a superclass has a field that is neither final nor volatile, and none of them has a {@code
     *     synchronized} method or a field of {@code java.util.concurrent} or {@code dev.pollen.sync}
     */
    default boolean holdsUnguardedState(String internalName) {
        return false;
    }

    /**
     * The texts of the user's resources of a name.
     *
     * @param name for example {@code META-INF/pollen/blocking.txt}
     * @return those of the class path and of what is compiled; as far as the front end can see them
     * @throws java.io.UncheckedIOException if one is there and cannot be read
     */
    default List<String> resources(String name) {
        return List.of();
    }

    /**
     * Whether code of one class may make a frame.
     *
     * @param future internal name of the frame's class
     * @param from internal name of the class whose frame would hold it
     * @return whether it may name the class
     */
    default boolean canMake(String future, String from) {
        ClassShape shape = shape(future);
        return Names.packageOf(future).equals(Names.packageOf(from)) || shape != null && shape.isPublic();
    }
}
