// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

/**
 * Who may use a primitive: entered before its state is touched, left after. It is all that differs between {@code of}
 * and {@code local}.
 *
 * <p>Not reentrant. Inside nothing is woken, nothing foreign is called and nothing throws.
 */
abstract class Access {
    /**
     * Enters.
     *
     * @throws IllegalStateException if the caller may not use the primitive; then nothing is entered
     */
    abstract void enter();

    /** Leaves. */
    abstract void exit();
}
