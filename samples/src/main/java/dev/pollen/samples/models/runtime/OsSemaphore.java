// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.runtime;

/** A counting semaphore of the {@link Os}, for one thread that takes; interrupts and other threads give. */
public final class OsSemaphore {
    private final Os os;
    private int permits;
    private OsThread taker;

    /**
     * A semaphore without permits.
     *
     * @param os whose threads use it
     */
    public OsSemaphore(Os os) {
        this.os = os;
    }

    /** Gives a permit, from any context. */
    public void give() {
        permits++;
        if (taker != null) {
            taker.unblock();
        }
    }

    /**
     * Takes a permit; blocks while there is none.
     *
     * @param deadline until when, in nanoseconds
     * @return whether it was taken before
     * @throws InterruptedException if the thread is interrupted; then no permit was taken
     */
    public boolean take(long deadline) throws InterruptedException {
        while (permits == 0 && os.now() < deadline) {
            taker = os.current();
            try {
                taker.block(deadline);
            } finally {
                taker = null;
            }
        }
        if (permits == 0) {
            return false;
        }
        permits--;
        return true;
    }

    /**
     * Takes a permit; blocks while there is none.
     *
     * @throws InterruptedException if the thread is interrupted; then no permit was taken
     */
    public void take() throws InterruptedException {
        take(Long.MAX_VALUE);
    }
}
