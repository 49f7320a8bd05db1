// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import dev.pollen.annotations.Placed;
import dev.pollen.time.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The rests between the attempts of one run: a retry as a loop of one's own, which allocates nothing.
 *
 * <pre>{@code
 * for (Backoff backoff = BUS.backoff(); ; ) {
 *     try {
 *         return Future.ready(await(flash.readId()));
 *     } catch (BusException e) {
 *         if (!await(backoff.rest())) {
 *             throw e; // no attempt is left
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p><b>Cancel safety.</b> A rest that is cancelled counts as one.
 *
 * <p><b>Threading.</b> It belongs to one task.
 *
 * <p><b>Allocation.</b> None after it is made, where the rests are awaited directly.
 *
 * <p><b>Errors.</b> None of its own: {@link #rest} says false when no attempt is left.
 *
 * @see Retry#backoff
 */
public final class Backoff {
    /** The odd number next to 2 to the 64th by the golden ratio: what SplitMix64 steps by. */
    static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

    private @Nullable Retry policy;
    private int left;
    private long rest;
    private long random;

    /** Made by {@link Retry#backoff} and by slots. */
    Backoff() {}

    /** Begins a run. */
    void begin(Retry of) {
        policy = of;
        left = of.attempts();
        rest = of.firstRest();
        random = of.nextSeed();
    }

    /** Begins another run: all attempts are left, and the first rest is the shortest one again. */
    public void reset() {
        begin(policy);
    }

    /** How SplitMix64 makes a number of a state. */
    static long mix(long state) {
        long z = (state ^ state >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }

    /** Counts an attempt that has failed; whether another one is left. */
    boolean fails() {
        if (left != Retry.FOREVER) {
            left--;
        }
        return left > 0;
    }

    /** How long to rest now, in nanoseconds. */
    long nextRest() {
        long now = rest;
        rest = policy.restAfter(now);
        random += GOLDEN;
        return policy.jittered(now, mix(random));
    }

    /** Whether an exception is worth another attempt. */
    boolean retries(Throwable thrown) {
        return policy.retries(thrown);
    }

    /**
     * Counts a failed attempt and rests, if another one is left.
     *
     * @return a future of whether another attempt is left; false is there at once
     */
    @Placed(slot = Rest.class, by = "rest$in")
    public Future.OfBoolean rest() {
        return rest$in(new Rest());
    }

    /**
     * {@link #rest} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Rest rest$in(Rest slot) {
        slot.place(this);
        return slot;
    }

    /** The future of {@link Backoff#rest}, and its slot. */
    public static final class Rest extends SingleUse implements Future.OfBoolean, Describable {
        private final Timer timer = new Timer();
        private boolean another;

        /** An empty slot. */
        public Rest() {}

        void place(Backoff of) {
            placed();
            another = of.fails();
            Timer.afterNanos$in(another ? of.nextRest() : 0, timer);
        }

        @Override
        public void describeWait(WaitDescription to) {
            to.child(timer);
        }

        @Override
        public Poll poll(Context cx) {
            starts();
            if (!another) {
                if (!cx.spend()) {
                    cx.pollAgain();
                    return Poll.PENDING;
                }
            } else if (timer.poll(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
            completes();
            return Poll.READY;
        }

        @Override
        public boolean getAsBoolean() {
            checkDone();
            return another;
        }

        @Override
        public void cancel() {
            if (cancels()) {
                timer.cancel();
            }
        }

        @Override
        String name() {
            return "Backoff.rest()";
        }
    }
}
