// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import dev.pollen.processor.model.Names;
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
     * Whether an instruction makes a future, or ends a task, with a value that is there already.
     *
     * @param insn any instruction
     * @return true for a call of {@code Future.ready}, {@code of}, {@code done}, {@code Task.ready} or {@code done}
     */
    public static boolean isReady(AbstractInsnNode insn) {
        if (!(insn instanceof MethodInsnNode call) || call.getOpcode() != Opcodes.INVOKESTATIC) {
            return false;
        }
        boolean future = call.owner.equals(Names.FUTURE);
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
     * @return true for {@code Select2}, {@code Join3} and their like
     */
    public static boolean isView(String internalName) {
        return internalName.startsWith("dev/pollen/futures/Select")
                || internalName.startsWith("dev/pollen/futures/Join");
    }

    /**
     * A call as its user would name it.
     *
     * @param call a call
     * @return simple name of the class and name of the method
     */
    public static String display(MethodInsnNode call) {
        String owner = call.owner.substring(Math.max(call.owner.lastIndexOf('/'), call.owner.lastIndexOf('$')) + 1);
        return call.name.equals("<init>") ? "new " + owner : owner + "." + call.name;
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
