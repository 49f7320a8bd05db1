// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.advice;

import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import dev.pollen.processor.weave.analysis.Calls;
import dev.pollen.processor.weave.analysis.Liveness;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A future that is made and dropped never runs, and a task that is claimed and dropped keeps its slot.
 *
 * <pre>
 *   channel.send(1);                    invokevirtual send; pop
 *   var f = read();                     invokestatic read; astore f     and nothing reads f after it
 *   Runnable r = () -> blink(led);      in the lambda's body: invokestatic blink; pop
 *   Runnable r = this::read;            invokedynamic run()Runnable -> read, whose result nobody takes
 * </pre>
 *
 * What a call makes is known by its mark; without one, by a return type that is {@code Future} itself or a form of it. A call that
 * gives something that was there before is none of these: {@code ready}, a child of a {@code select}, the handle of a task that
 * runs anyway, what the lambda of a block gives that is called like any other.
 */
final class LostFutures implements Rule {
    private final Library library;

    /** What a call makes and what is to be said of it. */
    private record Made(Message message, String display, String name) {}

    LostFutures(Library library) {
        this.library = library;
    }

    @Override
    public void check(AdvisedMethod code) {
        Liveness liveness = null;
        for (AbstractInsnNode insn : code.code()) {
            if (insn instanceof InvokeDynamicInsnNode dynamic) {
                reference(dynamic, code);
            }
            AbstractInsnNode taker = insn instanceof MethodInsnNode ? taker(insn) : null;
            if (taker == null) {
                continue;
            }
            MethodInsnNode call = (MethodInsnNode) insn;
            Made made = made(call, call.getOpcode());
            if (made == null) {
                continue;
            }
            if (taker instanceof VarInsnNode store) {
                if (liveness == null) {
                    liveness = Liveness.of(code.method(), code.flow());
                }
                if (store.getNext() == null || liveness.before(store.getNext()).get(store.var)) {
                    continue;
                }
            }
            code.report(made.message(), call, Calls.sourceName(call), made.display(), made.name());
        }
    }

    /** The instruction that takes a call's value away or stores it in a variable; null for any other. */
    private static @Nullable AbstractInsnNode taker(AbstractInsnNode call) {
        AbstractInsnNode next = AdvisedMethod.next(call);
        if (next != null && next.getOpcode() == Opcodes.CHECKCAST) {
            next = AdvisedMethod.next(next);
        }
        boolean takes = next != null && (next.getOpcode() == Opcodes.POP || next.getOpcode() == Opcodes.ASTORE);
        return takes ? next : null;
    }

    private void reference(InvokeDynamicInsnNode dynamic, AdvisedMethod code) {
        boolean isVoid = dynamic.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                && dynamic.bsmArgs.length >= 3
                && dynamic.bsmArgs[2] instanceof Type taken
                && taken.getReturnType() == Type.VOID_TYPE;
        if (isVoid && dynamic.bsmArgs[1] instanceof Handle handle && !Calls.isLambdaBody(handle.getName())) {
            boolean exact = handle.getTag() == Opcodes.H_INVOKESTATIC;
            int opcode = exact ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
            Made made = made(
                    new MethodInsnNode(
                            opcode, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface()),
                    opcode);
            if (made != null) {
                code.report(made.message(), dynamic, "->", made.display(), made.name());
            }
        }
    }

    private @Nullable Made made(MethodInsnNode call, int opcode) {
        Type type = Type.getReturnType(call.desc);
        boolean was = Calls.isSuspension(call)
                || Calls.isReady(call)
                || Calls.isView(call.owner)
                || call.owner.startsWith(Names.ASYNC_BLOCK);
        if (type.getSort() != Type.OBJECT || was) {
            return null;
        }
        String display = Calls.display(call);
        String name = Calls.sourceName(call);
        String result = type.getInternalName();
        boolean taskOf = opcode == Opcodes.INVOKESTATIC && call.owner.equals(Names.TASK) && call.name.equals("of");
        Callee callee = library.callee(new MethodRef(call.owner, call.name, call.desc));
        if (taskOf || callee != null && callee.kind() == Callee.Kind.TASK) {
            return new Made(Message.TASK_LOST, display, name);
        }
        boolean form = ResultKind.of(Names.FUTURE, result) != null || ResultKind.of(Names.ASYNC_STREAM, result) != null;
        boolean runsAnyway = result.startsWith("dev/pollen/executor/JoinHandle");
        if ((callee == null && !form) || runsAnyway) {
            return null;
        }
        boolean stream = ResultKind.of(Names.ASYNC_STREAM, result) != null;
        return new Made(stream ? Message.STREAM_LOST : Message.FUTURE_LOST, display, name);
    }
}
