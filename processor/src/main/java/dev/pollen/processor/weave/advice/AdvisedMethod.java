// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.advice;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.weave.analysis.ControlFlow;
import dev.pollen.processor.weave.analysis.Lines;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method as the rules see it: as its compiler wrote it, but for async blocks, which are calls of their bodies. What costs
 * time to find out is found out for the first rule that asks.
 */
final class AdvisedMethod {
    private final String owner;
    private final MethodNode method;
    private final boolean async;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private @Nullable ControlFlow flow;
    private @Nullable Definitions definitions;

    /**
     * Takes a method.
     *
     * @param owner internal name of its class
     * @param method the method
     * @param async whether it is an async method or the body of a block
     */
    AdvisedMethod(String owner, MethodNode method, boolean async) {
        this.owner = owner;
        this.method = method;
        this.async = async;
    }

    String owner() {
        return owner;
    }

    MethodNode method() {
        return method;
    }

    InsnList code() {
        return method.instructions;
    }

    boolean isAsync() {
        return async;
    }

    ControlFlow flow() {
        if (flow == null) {
            flow = ControlFlow.of(method);
        }
        return flow;
    }

    Definitions definitions() {
        if (definitions == null) {
            definitions = Definitions.of(owner, method);
        }
        return definitions;
    }

    /** What was reported: a compiler that copies a {@code finally} block makes one finding of several. */
    Set<Finding> findings() {
        return findings;
    }

    void report(Message message, AbstractInsnNode at, String call, String... arguments) {
        MethodRef ref = new MethodRef(owner, method.name, method.desc);
        findings.add(new Finding(message, List.of(arguments), ref, Lines.of(at), call));
    }

    /** The instruction after one, without labels, lines and frames; null at the end. */
    static @Nullable AbstractInsnNode next(AbstractInsnNode insn) {
        AbstractInsnNode next = insn.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next;
    }
}
