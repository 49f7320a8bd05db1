// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A {@code long} that several threads change by compare-and-set. */
public final class AtomicWord {
    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(AtomicWord.class, "value", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile long value;

    /**
     * A word with a value.
     *
     * @param value the first value
     */
    public AtomicWord(long value) {
        this.value = value;
    }

    /**
     * Reads the word.
     *
     * @return the value now
     */
    public long get() {
        return value;
    }

    /**
     * Writes the word: what was written before is visible to whoever reads it.
     *
     * @param next the value to be
     */
    public void set(long next) {
        VALUE.setRelease(this, next);
    }

    /**
     * Changes the word unless somebody else has.
     *
     * @param expected the value that was read
     * @param next the value to be
     * @return whether the word was as expected
     */
    public boolean compareAndSet(long expected, long next) {
        return VALUE.compareAndSet(this, expected, next);
    }
}
