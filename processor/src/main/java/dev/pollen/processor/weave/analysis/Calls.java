// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.ResultKind;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which calls of the runtime mean something to the weaver. */
public final class Calls {
    private Calls() {}

    /**
     * Whether an instruction is a suspension point.
     *
     * @param insn any instruction
     * @return true for an await, also of a yield, and an emit
     */
    public static boolean isSuspension(AbstractInsnNode insn) {
        return isAwait(insn) || isEmit(insn) || isYield(insn);
    }

    /**
     * Whether an instruction gives the other tasks their turn.
     *
     * @param insn any instruction
     * @return true for what has become of {@code await(yieldNow())}
     */
    public static boolean isYield(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call && call.owner.equals(Names.YIELD) && call.name.equals("await");
    }

    /**
     * Whether an instruction gives a value of a generator.
     *
     * @param insn any instruction
     * @return true for a call of {@code Pollen.emit}
     */
    public static boolean isEmit(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call && call.owner.equals(Names.POLLEN) && call.name.equals("emit");
    }

    /**
     * Whether an instruction asks a stream for its next value; what it gives is a part of the stream.
     *
     * @param insn any instruction
     * @return true for a call of {@code AsyncStream.next} through the interface or one of its forms
     */
    public static boolean isNext(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                && call.name.equals("next")
                && call.desc.startsWith("()")
                && ResultKind.of(Names.ASYNC_STREAM, call.owner) != null;
    }

    /**
     * Whether an instruction waits for something.
     *
     * @param insn any instruction
     * @return true for a call of {@code Pollen.await}
     */
    public static boolean isAwait(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call && call.owner.equals(Names.POLLEN) && call.name.equals("await");
    }

    /**
     * Whether an instruction makes an async block.
     *
     * @param insn any instruction
     * @return true for a call of {@code Pollen.async} or one of its primitive forms
     */
    public static boolean isBlock(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call && call.owner.equals(Names.POLLEN) && call.name.startsWith("async");
    }

    /**
     * Whether a method's name is one that compilers give to the bodies of lambdas. A call of such a method is an async
     * block: nothing else calls them.
     *
     * @param method the method's name
     * @return true for the body of a lambda
     */
    public static boolean isLambdaBody(String method) {
        return method.startsWith("lambda$");
    }

    /**
     * The name that a call has in the source.
     *
     * @param call a call
     * @return the method's name; for an async block the form of {@code async} that makes it
     */
    public static String sourceName(MethodInsnNode call) {
        if (!isLambdaBody(call.name)) {
            return call.name;
        }
        String form = Type.getReturnType(call.desc).getInternalName();
        int nested = form.indexOf("$Of");
        return nested < 0 ? "async" : "async" + form.substring(nested + 3);
    }

    /**
     * Whether an instruction makes a future, or ends a task, with a value that is there already, or ends a stream.
     *
     * @param insn any instruction
     * @return true for a call of {@code Future.ready}, {@code of}, {@code done}, {@code Task.ready}, {@code done}, or {@code
     *     AsyncStream.end}
     */
    public static boolean isReady(AbstractInsnNode insn) {
        if (!(insn instanceof MethodInsnNode call) || call.getOpcode() != Opcodes.INVOKESTATIC) {
            return false;
        }
        boolean future = call.owner.equals(Names.FUTURE);
        if (ResultKind.of(Names.ASYNC_STREAM, call.owner) != null) {
            return call.name.equals("end");
        }
        boolean task = call.owner.equals(Names.TASK) || call.owner.startsWith(Names.TASK + "$");
        return (future || task)
                && switch (call.name) {
                    case "ready", "done" -> true;
                    case "of" -> future;
                    default -> false;
                };
    }

    /**
     * Whether objects of a class are the values of combinators, which show slots of the frame.
     *
     * @param internalName a class
     * @return true for {@code Select2}, {@code Join3}, {@code TryJoin}, {@code PollOnce} and their like
     */
    public static boolean isView(String internalName) {
        return internalName.startsWith("dev/pollen/futures/Select")
                || internalName.startsWith("dev/pollen/futures/Join")
                || internalName.equals("dev/pollen/futures/TryJoin")
                || internalName.equals("dev/pollen/futures/PollOnce");
    }

    /**
     * Whether the value of a slot is made by a function of the user, so that it is none of the values of its parts.
     *
     * @param internalName the class of a slot
     * @return true for {@code map}, {@code then} and their like
     */
    public static boolean isComputed(String internalName) {
        return internalName.startsWith("dev/pollen/futures/Mapped$") || internalName.equals("dev/pollen/futures/Then");
    }

    /**
     * A call as its user would name it.
     *
     * @param call a call
     * @return simple name of the class and name of the method
     */
    public static String display(MethodInsnNode call) {
        if (isLambdaBody(call.name)) {
            return "the block of " + sourceName(call);
        }
        String owner = simpleName(call.owner);
        return call.name.equals("<init>") ? "new " + owner : owner + "." + call.name;
    }

    /** The last name of a class; what javac puts before that of a local class is none. */
    private static String simpleName(String internalName) {
        String last =
                internalName.substring(Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$')) + 1);
        String name = last.replaceFirst("^\\d+", "");
        return name.isEmpty() ? internalName.substring(internalName.lastIndexOf('/') + 1) : name;
    }

    /**
     * The type that an await takes.
     *
     * @param await a call of {@code Pollen.await}
     * @return internal name of {@code Future} or one of its forms
     */
    public static String awaitedForm(MethodInsnNode await) {
        return Type.getArgumentTypes(await.desc)[0].getInternalName();
    }
}
