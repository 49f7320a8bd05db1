// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds calls of the runtime that no weaving could make right: an await that no async method holds or that would hold a
 * monitor, a reference to {@code await} as a function, and what is not supported yet.
 */
public final class Misuse {
    private final ClassNode owner;
    private final List<Finding> findings = new ArrayList<>();

    private Misuse(ClassNode owner) {
        this.owner = owner;
    }

    /**
     * Looks through a class.
     *
     * @param owner the class
     * @return errors, in the order of the class file
     */
    public static List<Finding> in(ClassNode owner) {
        Misuse misuse = new Misuse(owner);
        owner.methods.forEach(misuse::check);
        return misuse.findings;
    }

    private void check(MethodNode method) {
        boolean async = AsyncTargets.isAsync(method);
        for (AbstractInsnNode insn : method.instructions) {
            if (!async && Calls.isAwait(insn)) {
                awaitOutside(method, insn);
            } else if (Calls.isBlock(insn)) {
                report(
                        Message.NOT_SUPPORTED,
                        method,
                        insn,
                        "async",
                        "an async block",
                        "move its body into an @Async method and await a call of that");
            } else if (insn instanceof InvokeDynamicInsnNode dynamic && takesAwait(dynamic)) {
                report(Message.AWAIT_AS_FUNCTION, method, insn, "await");
            }
        }
        if (async && method.instructions.size() > 0) {
            Monitors.awaitsHolding(method, ControlFlow.of(method))
                    .forEach(await -> report(Message.AWAIT_IN_MONITOR, method, await, "await"));
            if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
                report(Message.AWAIT_IN_MONITOR, method, method.instructions.getFirst(), "");
            }
        }
    }

    private void awaitOutside(MethodNode method, AbstractInsnNode insn) {
        if (method.name.startsWith("<")) {
            String place = method.name.equals("<init>") ? "a constructor or an initialiser" : "a static initialiser";
            report(Message.AWAIT_IN_CONSTRUCTOR, method, insn, "await", place);
        } else if (method.name.startsWith("lambda$") && (method.access & Opcodes.ACC_SYNTHETIC) != 0) {
            report(Message.AWAIT_IN_LAMBDA, method, insn, "await");
        } else {
            report(Message.AWAIT_OUTSIDE, method, insn, "await", method.name);
        }
    }

    private static boolean takesAwait(InvokeDynamicInsnNode dynamic) {
        for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle
                    && handle.getOwner().equals(Names.POLLEN)
                    && handle.getName().equals("await")) {
                return true;
            }
        }
        return false;
    }

    private void report(Message message, MethodNode method, AbstractInsnNode insn, String call, String... arguments) {
        findings.add(new Finding(
                message,
                List.of(arguments),
                new MethodRef(owner.name, method.name, method.desc),
                Lines.of(insn),
                call));
    }
}
