// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Why the clock of a test must stand still; empty unless a test says that other threads work for its tasks. */
final class TimeHolds {
    private final Set<TimeHold> open = new LinkedHashSet<>();
    private final long limitMillis;
    private boolean signalled;

    TimeHolds(long limitMillis) {
        this.limitMillis = limitMillis;
    }

    synchronized TimeHold add(String what) {
        TimeHold hold = new TimeHold(this, what);
        open.add(hold);
        return hold;
    }

    synchronized void release(TimeHold hold) {
        if (open.remove(hold)) {
            signal();
        }
    }

    /** Another thread has woken a task. */
    synchronized void signal() {
        signalled = true;
        notifyAll();
    }

    /** Whether no other thread is at work, nor has woken a task or ended its work since the last {@link #await}. */
    synchronized boolean isQuiet() {
        return open.isEmpty() && !signalled;
    }

    /**
     * Waits, in real time, for another thread to wake a task or to end its work.
     *
     * @return false if neither has happened in time
     */
    synchronized boolean await() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
        boolean interrupted = false;
        while (!signalled && !open.isEmpty()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                break;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                interrupted = true;
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        boolean woken = signalled || open.isEmpty();
        signalled = false;
        return woken;
    }

    @Override
    public synchronized String toString() {
        return open.toString();
    }
}
