// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.layout.FrameField;
import org.objectweb.asm.Opcodes;

/** Code that drops futures and streams, each whatever the others throw. */
final class Dropping {
    private static final String FUTURE = Names.descriptor(Names.FUTURE);
    private static final String STREAM = Names.descriptor(Names.ASYNC_STREAM);
    private static final String THROWABLE = "Ljava/lang/Throwable;";

    private Dropping() {}

    /** Whether a field holds a stream, and not a future. */
    static boolean isStream(FrameField field) {
        return field.descriptor().equals(STREAM);
    }

    /** A future, a stream or null is on the stack: drops it, and throws what that throws. */
    static Code one(boolean stream) {
        return new Code().op(Opcodes.ACONST_NULL).add(next(stream)).add(end());
    }

    /** A future, a stream or null is on the stack, and what was thrown before or null: drops it and leaves what was thrown first. */
    static Code next(boolean stream) {
        return call("drop", "(" + (stream ? STREAM : FUTURE) + THROWABLE + ")" + THROWABLE);
    }

    /** What was thrown first is on the stack, or null: throws it. */
    static Code end() {
        return call("dropped", "(" + THROWABLE + ")V");
    }

    private static Code call(String name, String descriptor) {
        return new Code().invoke(Opcodes.INVOKESTATIC, Names.UNWINDING, name, descriptor, false);
    }
}
