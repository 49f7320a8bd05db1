// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.executor.Executor;
import dev.pollen.simboard.SimBoard;
import dev.pollen.simboard.SimEvent;

/**
 * Ends a run: first by a stop of the executor, which takes effect when the task that runs gives the thread back; a second
 * later, if none does, by force. On a virtual clock that is an error out of whatever touches the hardware next, on the real
 * one the end of the program.
 */
public final class PowerSwitch {
    private static final long GRACE_NANOS = 1_000_000_000;

    private PowerSwitch() {}

    /** The board has no power any more. */
    static final class PowerOff extends Error {
        private static final long serialVersionUID = 1;

        PowerOff() {
            super("power off", null, false, false);
        }
    }

    /** Switches off after a time; what is due at that very moment does not happen any more. */
    static void offAfter(long nanos, SimBoard board, Executor executor, boolean isVirtual) {
        board.time()
                .after(
                        new SimEvent() {
                            @Override
                            protected void happen() {
                                executor.stop();
                            }
                        },
                        nanos - 1);
        if (isVirtual) {
            board.time()
                    .after(
                            new SimEvent() {
                                @Override
                                protected void happen() {
                                    throw new PowerOff();
                                }
                            },
                            nanos + GRACE_NANOS);
        } else {
            Thread force = new Thread(() -> haltAfter(nanos + GRACE_NANOS), "power switch");
            force.setDaemon(true);
            force.start();
        }
    }

    private static void haltAfter(long nanos) {
        try {
            Thread.sleep(nanos / 1_000_000);
            System.out.flush();
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A handler of uncaught exceptions that says nothing of tasks that have lost their power.
     *
     * @param task the name of the task
     * @param thrown what it has thrown
     */
    public static void uncaught(String task, Throwable thrown) {
        if (!(thrown instanceof PowerOff)) {
            System.err.println("uncaught in " + task);
            thrown.printStackTrace();
        }
    }
}
