// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Names;
import org.objectweb.asm.Opcodes;

/** Code that drops futures, each whatever the others throw. */
final class Dropping {
    private static final String FUTURE = Names.descriptor(Names.FUTURE);
    private static final String THROWABLE = "Ljava/lang/Throwable;";

    private Dropping() {}

    /** A future or null is on the stack: drops it, and throws what that throws. */
    static Code one() {
        return new Code().op(Opcodes.ACONST_NULL).add(next()).add(end());
    }

    /** A future or null is on the stack, and what was thrown before or null: drops the future and leaves what was thrown first. */
    static Code next() {
        return call("drop", "(" + FUTURE + THROWABLE + ")" + THROWABLE);
    }

    /** What was thrown first is on the stack, or null: throws it. */
    static Code end() {
        return call("dropped", "(" + THROWABLE + ")V");
    }

    private static Code call(String name, String descriptor) {
        return new Code().invoke(Opcodes.INVOKESTATIC, Names.UNWINDING, name, descriptor, false);
    }
}
