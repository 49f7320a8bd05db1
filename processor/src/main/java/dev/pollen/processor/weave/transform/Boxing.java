// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The boxes of primitives, as javac makes them. */
final class Boxing {
    private Boxing() {}

    /** A primitive is on the stack: leaves its box. */
    static Code box(Type primitive) {
        String box = className(primitive);
        return new Code()
                .invoke(
                        Opcodes.INVOKESTATIC,
                        box,
                        "valueOf",
                        "(" + primitive.getDescriptor() + ")L" + box + ";",
                        false);
    }

    private static String className(Type primitive) {
        return switch (primitive.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.BYTE -> "java/lang/Byte";
            case Type.CHAR -> "java/lang/Character";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            default -> "java/lang/Double";
        };
    }
}
