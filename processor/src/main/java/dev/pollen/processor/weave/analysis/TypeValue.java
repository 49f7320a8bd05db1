// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Value;

/**
 * A verification type (JVMS 4.10.1.2) as the value of a local or a stack entry: one of the constants of {@link Opcodes}
 * for primitives, null and top; the internal name of a class; or the {@code NEW} that made an object whose constructor
 * has not run yet.
 */
public final class TypeValue implements Value {
    /** Nothing is known: the local cannot be read. */
    public static final TypeValue TOP = new TypeValue(Opcodes.TOP);

    /** boolean, byte, char, short and int. */
    public static final TypeValue INT = new TypeValue(Opcodes.INTEGER);

    /** float. */
    public static final TypeValue FLOAT = new TypeValue(Opcodes.FLOAT);

    /** long. */
    public static final TypeValue LONG = new TypeValue(Opcodes.LONG);

    /** double. */
    public static final TypeValue DOUBLE = new TypeValue(Opcodes.DOUBLE);

    /** The type of {@code null}. */
    public static final TypeValue NULL = new TypeValue(Opcodes.NULL);

    private final Object type;

    private TypeValue(Object type) {
        this.type = type;
    }

    /**
     * The value of a class or array type.
     *
     * @param internalName the class's internal name, or the array's descriptor
     * @return the value
     */
    public static TypeValue reference(String internalName) {
        return new TypeValue(internalName);
    }

    /**
     * The value of an object that is not constructed yet.
     *
     * @param creation the instruction that made it
     * @return the value
     */
    public static TypeValue uninitialized(TypeInsnNode creation) {
        return new TypeValue(creation);
    }

    /**
     * The value of a declared type.
     *
     * @param type a type other than {@code void}
     * @return the value
     */
    public static TypeValue of(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> INT;
            case Type.FLOAT -> FLOAT;
            case Type.LONG -> LONG;
            case Type.DOUBLE -> DOUBLE;
            default -> reference(type.getInternalName());
        };
    }

    /**
     * Whether it is a class, an array or null.
     *
     * @return false for primitives, top and what is not constructed
     */
    public boolean isReference() {
        return type instanceof String || type == Opcodes.NULL;
    }

    /**
     * Whether nothing is known.
     *
     * @return true for top
     */
    public boolean isTop() {
        return type == Opcodes.TOP;
    }

    /**
     * Whether it is the type of {@code null}.
     *
     * @return true for null
     */
    public boolean isNull() {
        return type == Opcodes.NULL;
    }

    /**
     * The name of the class.
     *
     * @return internal name or array descriptor
     * @throws IllegalStateException if it is no class
     */
    public String className() {
        if (type instanceof String name) {
            return name;
        }
        throw new IllegalStateException("not a class: " + this);
    }

    /**
     * The instruction that made an object which is not constructed yet.
     *
     * @return the creation; null for any other type
     */
    public @Nullable TypeInsnNode creation() {
        return type instanceof TypeInsnNode creation ? creation : null;
    }

    /**
     * The type as ASM's frames hold it; what is not constructed has none of its own.
     *
     * @return a constant of {@link Opcodes}, or a name
     */
    public Object frameType() {
        return type;
    }

    /**
     * The descriptor of a field that can hold it.
     *
     * @return {@code I}, {@code F}, {@code J}, {@code D} or the class's descriptor
     */
    public String fieldDescriptor() {
        if (type instanceof String name) {
            return Type.getObjectType(name).getDescriptor();
        }
        return switch ((Integer) type) {
            case 1 -> "I";
            case 2 -> "F";
            case 3 -> "D";
            case 4 -> "J";
            default -> throw new IllegalStateException("no field holds " + this);
        };
    }

    /**
     * The opcode for this type.
     *
     * @param intOpcode the opcode for {@code int}, such as {@code ILOAD}
     * @return for example {@code ALOAD}
     */
    public int opcode(int intOpcode) {
        if (type instanceof Integer primitive && !isNull()) {
            return switch (primitive) {
                case 1 -> Type.INT_TYPE.getOpcode(intOpcode);
                case 2 -> Type.FLOAT_TYPE.getOpcode(intOpcode);
                case 3 -> Type.DOUBLE_TYPE.getOpcode(intOpcode);
                case 4 -> Type.LONG_TYPE.getOpcode(intOpcode);
                default -> throw new IllegalStateException("no instruction for " + this);
            };
        }
        return Type.getObjectType("java/lang/Object").getOpcode(intOpcode);
    }

    /**
     * The opcode that pushes zero or null.
     *
     * @return for example {@code LCONST_0}
     */
    public int zero() {
        if (this.equals(INT)) {
            return Opcodes.ICONST_0;
        }
        if (this.equals(LONG)) {
            return Opcodes.LCONST_0;
        }
        if (this.equals(FLOAT)) {
            return Opcodes.FCONST_0;
        }
        return this.equals(DOUBLE) ? Opcodes.DCONST_0 : Opcodes.ACONST_NULL;
    }

    @Override
    public int getSize() {
        return type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TypeValue value && type.equals(value.type);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(type);
    }

    @Override
    public String toString() {
        if (type instanceof TypeInsnNode creation) {
            return "uninitialized " + creation.desc;
        }
        return type instanceof String name ? name : TAGS[(Integer) type];
    }

    private static final String[] TAGS = {"top", "int", "float", "double", "long", "null", "uninitializedThis"};
}
