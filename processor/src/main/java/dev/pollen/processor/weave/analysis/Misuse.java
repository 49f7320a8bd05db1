// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds calls of the runtime that no weaving could make right: an await that no async method holds or that would hold a
 * monitor, a reference to {@code await} as a function, and an async block whose body is not there to be woven.
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
     * @param owner the class, in which blocks are calls of their bodies
     * @param blocks the methods that hold these bodies
     * @return errors, in the order of the class file
     */
    public static List<Finding> in(ClassNode owner, Set<MethodNode> blocks) {
        Misuse misuse = new Misuse(owner);
        owner.methods.forEach(method -> misuse.check(method, blocks.contains(method)));
        return misuse.findings;
    }

    private void check(MethodNode method, boolean block) {
        boolean async = block || AsyncTargets.isAsync(method);
        for (AbstractInsnNode insn : method.instructions) {
            if (!async && Calls.isAwait(insn)) {
                awaitOutside(method, insn);
            } else if (Calls.isBlock(insn)) {
                noBlock(method, (MethodInsnNode) insn);
            } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
                handles(method, dynamic);
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

    private void noBlock(MethodNode method, MethodInsnNode call) {
        String reference = AsyncBlocks.reference(call);
        if (reference == null) {
            report(Message.BLOCK_ARGUMENT, method, call, call.name);
        } else {
            report(Message.BLOCK_REFERENCE, method, call, "->", reference, call.name, reference);
        }
    }

    private void handles(MethodNode method, InvokeDynamicInsnNode dynamic) {
        for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle && handle.getOwner().equals(Names.POLLEN)) {
                if (handle.getName().equals("await")) {
                    report(Message.AWAIT_AS_FUNCTION, method, dynamic, "await");
                } else if (handle.getName().startsWith("async")) {
                    report(Message.BLOCK_ARGUMENT, method, dynamic, "->");
                }
            }
        }
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
