// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * What each instruction does to verification types. It never merges: where paths meet, the class file's own frames say
 * what holds there.
 */
final class TypeInterpreter extends Interpreter<TypeValue> {
    TypeInterpreter() {
        super(Opcodes.ASM9);
    }

    @Override
    public @Nullable TypeValue newValue(@Nullable Type type) {
        if (type == null) {
            return TypeValue.TOP;
        }
        return type == Type.VOID_TYPE ? null : TypeValue.of(type);
    }

    @Override
    public TypeValue newOperation(AbstractInsnNode insn) {
        return switch (insn.getOpcode()) {
            case Opcodes.ACONST_NULL -> TypeValue.NULL;
            case Opcodes.LCONST_0, Opcodes.LCONST_1 -> TypeValue.LONG;
            case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 -> TypeValue.FLOAT;
            case Opcodes.DCONST_0, Opcodes.DCONST_1 -> TypeValue.DOUBLE;
            case Opcodes.LDC -> constant(((LdcInsnNode) insn).cst);
            case Opcodes.GETSTATIC -> TypeValue.of(Type.getType(((FieldInsnNode) insn).desc));
            case Opcodes.NEW -> TypeValue.uninitialized((TypeInsnNode) insn);
            default -> TypeValue.INT;
        };
    }

    private static TypeValue constant(Object constant) {
        if (constant instanceof Integer) {
            return TypeValue.INT;
        } else if (constant instanceof Float) {
            return TypeValue.FLOAT;
        } else if (constant instanceof Long) {
            return TypeValue.LONG;
        } else if (constant instanceof Double) {
            return TypeValue.DOUBLE;
        } else if (constant instanceof String) {
            return TypeValue.reference("java/lang/String");
        } else if (constant instanceof Type type) {
            return TypeValue.reference(
                    type.getSort() == Type.METHOD ? "java/lang/invoke/MethodType" : "java/lang/Class");
        } else if (constant instanceof Handle) {
            return TypeValue.reference("java/lang/invoke/MethodHandle");
        } else if (constant instanceof ConstantDynamic dynamic) {
            return TypeValue.of(Type.getType(dynamic.getDescriptor()));
        }
        throw new IllegalArgumentException("constant " + constant);
    }

    @Override
    public TypeValue copyOperation(AbstractInsnNode insn, TypeValue value) {
        return value;
    }

    @Override
    public @Nullable TypeValue unaryOperation(AbstractInsnNode insn, TypeValue value) {
        return switch (insn.getOpcode()) {
            case Opcodes.I2L, Opcodes.F2L, Opcodes.D2L, Opcodes.LNEG -> TypeValue.LONG;
            case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F, Opcodes.FNEG -> TypeValue.FLOAT;
            case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D, Opcodes.DNEG -> TypeValue.DOUBLE;
            case Opcodes.INEG,
                    Opcodes.IINC,
                    Opcodes.L2I,
                    Opcodes.F2I,
                    Opcodes.D2I,
                    Opcodes.I2B,
                    Opcodes.I2C,
                    Opcodes.I2S,
                    Opcodes.ARRAYLENGTH,
                    Opcodes.INSTANCEOF -> TypeValue.INT;
            case Opcodes.GETFIELD -> TypeValue.of(Type.getType(((FieldInsnNode) insn).desc));
            case Opcodes.NEWARRAY -> TypeValue.reference(primitiveArray(((IntInsnNode) insn).operand));
            case Opcodes.ANEWARRAY ->
                TypeValue.reference(
                        "[" + Type.getObjectType(((TypeInsnNode) insn).desc).getDescriptor());
            case Opcodes.CHECKCAST -> TypeValue.reference(((TypeInsnNode) insn).desc);
            default -> null;
        };
    }

    private static String primitiveArray(int operand) {
        return switch (operand) {
            case Opcodes.T_BOOLEAN -> "[Z";
            case Opcodes.T_CHAR -> "[C";
            case Opcodes.T_BYTE -> "[B";
            case Opcodes.T_SHORT -> "[S";
            case Opcodes.T_INT -> "[I";
            case Opcodes.T_FLOAT -> "[F";
            case Opcodes.T_DOUBLE -> "[D";
            default -> "[J";
        };
    }

    @Override
    public @Nullable TypeValue binaryOperation(AbstractInsnNode insn, TypeValue left, TypeValue right) {
        int opcode = insn.getOpcode();
        return switch (opcode) {
            case Opcodes.LALOAD,
                    Opcodes.LADD,
                    Opcodes.LSUB,
                    Opcodes.LMUL,
                    Opcodes.LDIV,
                    Opcodes.LREM,
                    Opcodes.LSHL,
                    Opcodes.LSHR,
                    Opcodes.LUSHR,
                    Opcodes.LAND,
                    Opcodes.LOR,
                    Opcodes.LXOR -> TypeValue.LONG;
            case Opcodes.FALOAD, Opcodes.FADD, Opcodes.FSUB, Opcodes.FMUL, Opcodes.FDIV, Opcodes.FREM ->
                TypeValue.FLOAT;
            case Opcodes.DALOAD, Opcodes.DADD, Opcodes.DSUB, Opcodes.DMUL, Opcodes.DDIV, Opcodes.DREM ->
                TypeValue.DOUBLE;
            case Opcodes.AALOAD -> element(left);
            case Opcodes.PUTFIELD -> null;
            default -> opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE ? null : TypeValue.INT;
        };
    }

    private static TypeValue element(TypeValue array) {
        if (array.isNull()) {
            return TypeValue.NULL;
        }
        return TypeValue.of(Type.getType(array.className().substring(1)));
    }

    @Override
    public @Nullable TypeValue ternaryOperation(
            AbstractInsnNode insn, TypeValue first, TypeValue second, TypeValue third) {
        return null;
    }

    @Override
    public @Nullable TypeValue naryOperation(AbstractInsnNode insn, List<? extends TypeValue> values) {
        if (insn instanceof MultiANewArrayInsnNode array) {
            return TypeValue.reference(array.desc);
        }
        String descriptor = insn instanceof InvokeDynamicInsnNode dynamic ? dynamic.desc : ((MethodInsnNode) insn).desc;
        return newValue(Type.getReturnType(descriptor));
    }

    @Override
    public void returnOperation(AbstractInsnNode insn, TypeValue value, TypeValue expected) {
        // The frame check looks at returns.
    }

    @Override
    public TypeValue merge(TypeValue left, TypeValue right) {
        throw new IllegalStateException(new AnalyzerException(null, "types are never merged"));
    }
}
