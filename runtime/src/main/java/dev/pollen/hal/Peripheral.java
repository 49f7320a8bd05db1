// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskRecord;
import org.jspecify.annotations.Nullable;

/**
 * The ownership of a pin or peripheral, see {@link Peripherals}. A driver is made of it; closing it lets another one have
 * it.
 */
public final class Peripheral implements AutoCloseable {
    private final String name;
    private @Nullable Claim claim;

    Peripheral(String name) {
        this.name = name;
    }

    /**
     * The name.
     *
     * @return how the machine's manual calls it
     */
    public String name() {
        return name;
    }

    /**
     * Makes a driver the owner.
     *
     * @param driver who it is, for messages
     * @return this
     * @throws IllegalStateException if it is another driver's, or was given back
     */
    public Peripheral hold(String driver) {
        Claim taken = claim;
        if (taken == null) {
            throw new IllegalStateException(
                    name.concat(" was used by ").concat(driver).concat(" after it was closed; take it again"));
        }
        if (taken.driver != null) {
            throw taken(taken, driver);
        }
        taken.driver = driver;
        return this;
    }

    /**
     * Who has it.
     *
     * @return the driver, or the task that has taken it; null if it is free
     */
    public @Nullable String holder() {
        Claim taken = claim;
        return taken == null ? null : taken.holder();
    }

    /** Gives it back. The driver that was made of it must not be used any more. Does nothing the second time. */
    @Override
    public void close() {
        claim = null;
    }

    @Override
    public String toString() {
        return name;
    }

    boolean isTaken() {
        return claim != null;
    }

    void take() {
        Claim taken = claim;
        if (taken != null) {
            throw taken(taken, null);
        }
        claim = new Claim(name);
    }

    private IllegalStateException taken(Claim by, @Nullable String driver) {
        String who = driver == null ? "" : " and cannot be ".concat(driver).concat("'s, too");
        return new IllegalStateException(
                name.concat(" is taken already, by ")
                        .concat(by.holder())
                        .concat(who)
                        .concat(": a pin or peripheral has one owner. Hand its driver on, or close() it first"),
                by);
    }

    /** Where it was taken, as the cause of the exception of whoever wants it, too. */
    private static final class Claim extends Throwable {
        private static final long serialVersionUID = 1;

        private final String by;
        private @Nullable String driver;

        Claim(String name) {
            super(name.concat(" was taken here"));
            Executor executor = Executor.current();
            TaskRecord task = executor == null ? null : executor.running();
            by = task == null ? "thread ".concat(Thread.currentThread().getName()) : "task ".concat(task.name());
        }

        String holder() {
            return driver == null ? by : driver.concat(" of ").concat(by);
        }
    }
}
