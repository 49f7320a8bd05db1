// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.AsyncKind;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.ResultKind;
import dev.pollen.processor.weave.analysis.AsyncTarget;
import dev.pollen.processor.weave.analysis.Body;
import dev.pollen.processor.weave.analysis.Calls;
import dev.pollen.processor.weave.analysis.Lines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Makes each {@code emit} of a generator take a value as the stream has it.
 *
 * <pre>
 *   AsyncStream&lt;Integer&gt;   invokestatic emit(I)V         --&gt;  invokestatic Integer.valueOf; invokestatic emit(Object)V
 *   AsyncStream.OfLong      invokestatic emit(I)V         --&gt;  i2l; invokestatic emit(J)V
 *   AsyncStream.OfInt       invokestatic emit(Object)V    --&gt;  checkcast Number; intValue(); invokestatic emit(I)V
 * </pre>
 */
final class EmitLowering {
    private final AsyncTarget target;
    private final List<Finding> findings = new ArrayList<>();

    private EmitLowering(AsyncTarget target) {
        this.target = target;
    }

    /**
     * Changes a body; does nothing where it is no generator's.
     *
     * @param body the body
     * @return emits of what the stream cannot have, as far as class files tell
     */
    static List<Finding> apply(Body body) {
        EmitLowering lowering = new EmitLowering(body.target());
        if (body.target().kind() == AsyncKind.GENERATOR) {
            for (AbstractInsnNode insn : body.method().instructions.toArray()) {
                if (insn instanceof MethodInsnNode call && Calls.isEmit(call)) {
                    lowering.lower(body, call);
                }
            }
            body.method().maxStack += 1;
        }
        return lowering.findings;
    }

    private void lower(Body body, MethodInsnNode emit) {
        Type given = Type.getArgumentTypes(emit.desc)[0];
        ResultKind wanted = target.result();
        Code code = wanted == ResultKind.OBJECT ? boxed(given) : primitive(given, Type.getType(wanted.descriptor()));
        if (code == null) {
            findings.add(new Finding(
                    Message.EMIT_TYPE,
                    List.of(
                            given.getClassName(),
                            Type.getType(wanted.descriptor()).getClassName()),
                    target.ref(),
                    Lines.of(emit),
                    emit.name));
            return;
        }
        body.method().instructions.insertBefore(emit, code.insns());
        emit.desc = "(" + wanted.descriptor() + ")V";
    }

    private static Code boxed(Type given) {
        return given.getSort() < Type.ARRAY ? Boxing.box(given) : new Code();
    }

    /** Widens, or unboxes what javac has seen to be convertible; null where neither can be. */
    private static @Nullable Code primitive(Type given, Type wanted) {
        if (given.getSort() >= Type.ARRAY) {
            String number = "java/lang/Number";
            return new Code()
                    .type(Opcodes.CHECKCAST, number)
                    .invoke(
                            Opcodes.INVOKEVIRTUAL,
                            number,
                            wanted.getClassName() + "Value",
                            "()" + wanted.getDescriptor());
        }
        if (given.equals(wanted)) {
            return new Code();
        }
        return switch (wanted.getSort()) {
            case Type.INT -> isIntLike(given) ? new Code() : null;
            case Type.LONG -> isIntLike(given) ? new Code().op(Opcodes.I2L) : null;
            default -> toDouble(given);
        };
    }

    private static @Nullable Code toDouble(Type given) {
        return switch (given.getSort()) {
            case Type.LONG -> new Code().op(Opcodes.L2D);
            case Type.FLOAT -> new Code().op(Opcodes.F2D);
            default -> isIntLike(given) ? new Code().op(Opcodes.I2D) : null;
        };
    }

    private static boolean isIntLike(Type type) {
        return switch (type.getSort()) {
            case Type.BYTE, Type.SHORT, Type.CHAR, Type.INT -> true;
            default -> false;
        };
    }

    /**
     * What the woven call of an emit is.
     *
     * @param target the generator
     * @return code that takes the value and the frame's reference from its local
     */
    static Code give(AsyncTarget target, int frameLocal) {
        Type value = Type.getType(target.result().descriptor());
        Code code = new Code().aload(frameLocal);
        if (value.getSize() == 2) {
            code.op(Opcodes.DUP_X2).op(Opcodes.POP);
        } else {
            code.op(Opcodes.SWAP);
        }
        return code.invoke(
                Opcodes.INVOKEVIRTUAL,
                target.future(),
                "emitted",
                "(" + target.result().descriptor() + ")V");
    }
}
