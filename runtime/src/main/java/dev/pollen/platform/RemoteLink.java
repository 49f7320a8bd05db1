// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The link by which threads other than the executor's queue a task: null while the task is in no {@link RemoteQueue}.
 */
public abstract class RemoteLink {
    private static final VarHandle REMOTE;

    static {
        try {
            REMOTE = MethodHandles.lookup().findVarHandle(RemoteLink.class, "remote", RemoteLink.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile @Nullable RemoteLink remote;

    /** A link that is in no queue. */
    protected RemoteLink() {}

    /**
     * Whether another thread has queued this, or is about to.
     *
     * @return true from a successful {@link #claimRemote} until {@link #releaseRemote}
     */
    public final boolean isRemoteQueued() {
        return remote != null;
    }

    /**
     * Takes the right to push this onto a queue.
     *
     * <p>Also where it fails it is an atomic write: what the caller wrote before is visible after the {@link
     * #releaseRemote} that follows.
     *
     * @return false if somebody else has it
     */
    final boolean claimRemote(RemoteLink mark) {
        for (; ; ) {
            RemoteLink seen = remote;
            if (seen == null) {
                if (REMOTE.compareAndSet(this, null, mark)) {
                    return true;
                }
            } else if (REMOTE.compareAndSet(this, seen, seen)) {
                return false;
            }
        }
    }

    /** Links this to the next older one; by whoever has claimed it or holds the list that it is in. */
    final void linkRemote(RemoteLink next) {
        REMOTE.setRelease(this, next);
    }

    /** The link, for whoever holds the list that this is in. */
    final @Nullable RemoteLink nextRemote() {
        return remote;
    }

    /** Takes this out of the list and allows the next claim. Returns the link that it had. */
    final RemoteLink releaseRemote() {
        return (RemoteLink) REMOTE.getAndSet(this, null);
    }
}
