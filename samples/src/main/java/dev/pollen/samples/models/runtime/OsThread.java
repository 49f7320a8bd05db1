// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.runtime;

/**
 * A thread of the {@link Os}: a platform thread that runs while it has the baton.
 *
 * <p>All its state is read and written by whoever has the baton.
 */
public final class OsThread {
    private static final long NEVER = Long.MAX_VALUE;

    private final Os os;
    private final Os.Body body;
    private final Thread thread;
    private boolean blocked;
    private boolean interrupted;
    private boolean ended;
    private long deadline = NEVER;
    private Throwable failure;

    OsThread(Os os, String name, Os.Body body) {
        this.os = os;
        this.body = body;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Ends what the thread is blocked in, now or the next time, with an {@link InterruptedException}. From any context. */
    public void interrupt() {
        if (!ended) {
            interrupted = true;
            unblock();
        }
    }

    /**
     * Whether the thread has not ended.
     *
     * @return true until its body returns
     */
    public boolean isAlive() {
        return !ended;
    }

    void start() {
        thread.start();
    }

    Thread platformThread() {
        return thread;
    }

    long id() {
        return thread.getId();
    }

    long deadline() {
        return blocked ? deadline : NEVER;
    }

    void ringIfDue(long now) {
        if (deadline() <= now) {
            unblock();
        }
    }

    /** Called by whatever the thread waits for. */
    void unblock() {
        if (blocked) {
            blocked = false;
            os.makeReady(this);
        }
    }

    /** Called on the thread itself: gives the baton away until it is unblocked, interrupted, or a time has come. */
    void block(long until) throws InterruptedException {
        if (!interrupted) {
            deadline = until;
            blocked = true;
            os.giveBack();
            os.awaitTurn(this);
        }
        if (interrupted) {
            interrupted = false;
            throw new InterruptedException();
        }
    }

    /** Called on the simulation's thread, so that what fails in the model fails there. */
    void throwFailure() {
        if (failure != null) {
            throw new IllegalStateException("thread " + thread.getName() + " has failed", failure);
        }
    }

    private void run() {
        os.awaitTurn(this);
        try {
            body.run();
        } catch (InterruptedException asked) {
            // It was asked to end, and does.
        } catch (Throwable thrown) {
            failure = thrown;
        }
        ended = true;
        os.giveBack();
    }
}
