// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Keeps other threads out for a few instructions. One object guards one data structure.
 *
 * <p>Not reentrant. Between {@link #enter} and {@link #exit} nothing blocks, allocates, wakes or calls foreign code, and
 * nothing throws. A thread that finds it taken spins briefly, then yields its time slice. On a microcontroller this
 * class is replaced by one that masks interrupts.
 */
public final class CriticalSection {
    private static final int SPINS = 100;
    private static final VarHandle TAKEN;

    static {
        try {
            TAKEN = MethodHandles.lookup().findVarHandle(CriticalSection.class, "taken", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile boolean taken;

    /** A section that nobody is in. */
    public CriticalSection() {}

    /** Enters; returns when no other thread is inside. What the last one inside wrote is visible. */
    public void enter() {
        if (!TAKEN.compareAndSet(this, false, true)) {
            enterContended();
        }
    }

    /** Leaves. */
    public void exit() {
        TAKEN.setRelease(this, false);
    }

    private void enterContended() {
        int spins = 0;
        do {
            while (taken) {
                if (++spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
        } while (!TAKEN.compareAndSet(this, false, true));
    }
}
