// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds calls of the runtime that no weaving could make right: an await or emit that no async method holds or that would hold
 * a monitor, a reference to one as a function, and an async block whose body is not there to be woven.
 */
public final class Misuse {
    private static final String AWAIT = "await";
    private static final String EMIT = "emit";

    private final ClassNode owner;
    private final List<Finding> findings = new ArrayList<>();

    private Misuse(ClassNode owner) {
        this.owner = owner;
    }

    /**
     * Looks through a class.
     *
     * @param owner the class, in which blocks are calls of their bodies
     * @param bodies the methods that hold these bodies
     * @param blocks the blocks as they were found
     * @return errors, in the order of the class file
     */
    public static List<Finding> in(ClassNode owner, Set<MethodNode> bodies, AsyncBlocks blocks) {
        Misuse misuse = new Misuse(owner);
        for (MethodNode method : owner.methods) {
            if (!blocks.isLeftOver(method)) {
                misuse.check(method, bodies.contains(method));
            }
        }
        return misuse.findings;
    }

    private void check(MethodNode method, boolean block) {
        boolean async = block || AsyncTargets.isAsync(method);
        boolean generator = async && !block && returnsStream(method);
        for (AbstractInsnNode insn : method.instructions) {
            if (!async && Calls.isAwait(insn)) {
                awaitOutside(method, insn);
            } else if (!generator && Calls.isEmit(insn)) {
                report(Message.EMIT_OUTSIDE, method, insn, EMIT, place(method));
            } else if (Calls.isBlock(insn)) {
                noBlock(method, (MethodInsnNode) insn);
            } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
                handles(method, dynamic);
            }
        }
        if (async && method.instructions.size() > 0) {
            Monitors.awaitsHolding(method, ControlFlow.of(method)).forEach(call -> {
                String name = Calls.isEmit(call) ? EMIT : AWAIT;
                report(Message.AWAIT_IN_MONITOR, method, call, name, name);
            });
            if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
                report(Message.AWAIT_IN_MONITOR, method, method.instructions.getFirst(), "", AWAIT);
            }
        }
    }

    private void awaitOutside(MethodNode method, AbstractInsnNode insn) {
        if (method.name.startsWith("<")) {
            report(Message.AWAIT_IN_CONSTRUCTOR, method, insn, AWAIT, place(method));
        } else if (isLambda(method)) {
            report(Message.AWAIT_IN_LAMBDA, method, insn, AWAIT);
        } else {
            report(Message.AWAIT_OUTSIDE, method, insn, AWAIT, method.name);
        }
    }

    private static String place(MethodNode method) {
        if (isLambda(method)) {
            return "a lambda";
        }
        return switch (method.name) {
            case "<init>" -> "a constructor or an initialiser";
            case "<clinit>" -> "a static initialiser";
            default -> method.name;
        };
    }

    private static boolean isLambda(MethodNode method) {
        return Calls.isLambdaBody(method.name) && (method.access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    private static boolean returnsStream(MethodNode method) {
        return ResultKind.of(Names.ASYNC_STREAM, Type.getReturnType(method.desc).getInternalName()) != null;
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
                String name = handle.getName();
                if (name.equals(AWAIT) || name.equals(EMIT)) {
                    report(Message.AWAIT_AS_FUNCTION, method, dynamic, name, name);
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
