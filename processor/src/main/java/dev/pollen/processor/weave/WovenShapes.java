// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import dev.pollen.processor.model.AllocationMark;
import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.Dispatch;
import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** A library that knows the classes being woven, too: the class files that they are read from may not be looked up. */
final class WovenShapes implements Library {
    private final Library library;
    private final Map<String, ClassShape> shapes = new HashMap<>();
    private final Map<MethodRef, Callee> blocks = new HashMap<>();

    WovenShapes(Library library) {
        this.library = library;
    }

    void add(ClassNode node) {
        List<String> fields = node.fields.stream()
                .filter(field -> (field.access & Opcodes.ACC_STATIC) == 0)
                .map(field -> field.desc)
                .toList();
        shapes.put(
                node.name,
                new ClassShape(
                        node.name,
                        node.superName,
                        node.interfaces,
                        (node.access & Opcodes.ACC_INTERFACE) != 0,
                        (node.access & Opcodes.ACC_PUBLIC) != 0,
                        fields));
    }

    /** Makes known what a call of a block gives: no mark says it, and no compiler shows it. */
    void add(AsyncTarget block) {
        blocks.put(
                block.ref(),
                new Callee(
                        Callee.Kind.FUNCTION,
                        block.future(),
                        block.method().name + "$in",
                        false,
                        block.result().in(Names.FUTURE)));
    }

    @Override
    public @Nullable Callee callee(MethodRef call) {
        Callee block = blocks.get(call);
        return block != null ? block : library.callee(call);
    }

    @Override
    public Dispatch dispatch(MethodRef call) {
        return library.dispatch(call);
    }

    @Override
    public List<MethodRef> overridable(String internalName) {
        return library.overridable(internalName);
    }

    @Override
    public @Nullable FrameFacts frame(String internalName) {
        return library.frame(internalName);
    }

    @Override
    public @Nullable AllocationMark allocation(String internalName) {
        return library.allocation(internalName);
    }

    @Override
    public boolean isCancelUnsafe(MethodRef call) {
        return library.isCancelUnsafe(call);
    }

    @Override
    public boolean holdsUnguardedState(String internalName) {
        return library.holdsUnguardedState(internalName);
    }

    @Override
    public List<String> resources(String name) {
        return library.resources(name);
    }

    @Override
    public boolean canMake(String future, String from) {
        return library.canMake(future, from);
    }

    @Override
    public @Nullable ClassShape shape(String internalName) {
        ClassShape known = shapes.get(internalName);
        return known != null ? known : library.shape(internalName);
    }
}
