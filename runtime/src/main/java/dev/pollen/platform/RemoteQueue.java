// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that other threads have woken: a lock-free stack that the executor takes over as a whole and reads in the order
 * of the pushes.
 *
 * <p>{@link #offer} may be called by any thread. {@link #takeAll} too, though it is the executor's; what one call takes
 * is its caller's alone.
 */
public final class RemoteQueue {
    private static final VarHandle NEWEST;
    private static final RemoteLink TAIL = new RemoteLink() {};

    static {
        try {
            NEWEST = MethodHandles.lookup().findVarHandle(RemoteQueue.class, "newest", RemoteLink.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile @Nullable RemoteLink newest;

    /** An empty queue. */
    public RemoteQueue() {}

    /**
     * Queues a link unless it is in a queue already.
     *
     * @param link the link
     * @return {@link Offer#REFUSED} if it was queued before, {@link Offer#FIRST} if the queue was empty: whoever takes
     *     over must be told
     */
    public Offer offer(RemoteLink link) {
        if (!link.claimRemote(TAIL)) {
            return Offer.REFUSED;
        }
        for (; ; ) {
            RemoteLink older = newest;
            link.linkRemote(older == null ? TAIL : older);
            if (NEWEST.compareAndSet(this, older, link)) {
                return older == null ? Offer.FIRST : Offer.QUEUED;
            }
        }
    }

    /**
     * Whether nothing is queued.
     *
     * @return true if the queue was empty; one read
     */
    public boolean isEmpty() {
        return newest == null;
    }

    /**
     * Empties the queue.
     *
     * @return the oldest link, to be walked with {@link #release}; null if the queue was empty
     */
    public @Nullable RemoteLink takeAll() {
        if (newest == null) {
            return null;
        }
        RemoteLink link = (RemoteLink) NEWEST.getAndSet(this, null);
        if (link == null) {
            return null;
        }
        RemoteLink newer = TAIL;
        for (; ; ) {
            RemoteLink older = link.nextRemote();
            link.linkRemote(newer);
            if (older == TAIL) {
                return link;
            }
            newer = link;
            link = older;
        }
    }

    /**
     * Lets a link of a list that was taken be queued again.
     *
     * @param link a link that {@link #takeAll} or the previous call has given
     * @return the next one in the list; null after the last
     */
    public static @Nullable RemoteLink release(RemoteLink link) {
        RemoteLink next = link.releaseRemote();
        return next == TAIL ? null : next;
    }

    /** What became of an offer. */
    public enum Offer {
        /** The link was in a queue already. */
        REFUSED,
        /** It is in the queue now, behind others. */
        QUEUED,
        /** It is in the queue now, which was empty. */
        FIRST
    }
}
