// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a primitive: entered before its state is touched, left after. It is all that differs between {@code of}
 * and {@code local}.
 *
 * <p>Not reentrant. Inside nothing is woken, nothing foreign is called and nothing throws.
 */
abstract class Access {
    private final String type;
    private @Nullable String label;

    /**
     * Access to a primitive.
     *
     * @param type the class of the primitive, for messages
     */
    Access(String type) {
        this.type = type;
    }

    /**
     * Enters.
     *
     * @throws IllegalStateException if the caller may not use the primitive; then nothing is entered
     */
    abstract void enter();

    /**
     * Enters from inside of a poll.
     *
     * @param cx what the poll was given
     * @throws IllegalStateException as {@link #enter()}
     */
    abstract void enter(Context cx);

    /** Gives the primitive a name for messages. */
    final void name(String name) {
        label = name;
    }

    /** The primitive in words. */
    final String titled() {
        String name = label;
        return name == null ? type : type.concat(" \"").concat(name).concat("\"");
    }

    /** The class of the primitive. */
    final String type() {
        return type;
    }

    /** Leaves. */
    abstract void exit();
}
