// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Lets tasks go on together: each waits until a fixed number of them has arrived. Then the next round begins.
 *
 * <pre>{@code
 * await(Timer.afterMillis(millis)); // to its own position
 * if (await(start.arrive())) {
 *     print("both axes are there"); // said by the last one
 * }
 * print(name + " moves");
 * }</pre>
 *
 * <p><b>Cancel safety.</b> Who is cancelled while it waits has not arrived: its round waits for somebody else. Who is
 * cancelled after the last has come counts; was it that last one itself, its round has no leader.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future is used by one task at a time.
 *
 * <p><b>Allocation.</b> None after it is made, where the futures are awaited directly. {@link #arrive} makes one object
 * where it is not.
 *
 * <p><b>Errors.</b> A barrier for nobody is an {@link IllegalArgumentException} where it is made. What is
 * {@code local} throws {@link IllegalStateException} where another executor or thread uses it.
 */
public class Barrier {
    private final Access access;
    private final int parties;
    private final WaitList<Arrive> waiters = new WaitList<>();

    /** How many of this round wait. */
    private int arrived;

    private int round;

    private Barrier(Access access, int parties) {
        if (parties < 1) {
            throw new IllegalArgumentException(
                    "a Barrier is for at least 1 task, not ".concat(Integer.toString(parties)));
        }
        this.access = access;
        this.parties = parties;
    }

    /**
     * A barrier that is safe between threads.
     *
     * @param parties how many tasks go on together, 1 or more
     * @return a barrier in its first round
     * @throws IllegalArgumentException if {@code parties} is below 1
     */
    public static Barrier of(int parties) {
        return new Barrier(new SharedAccess("Barrier"), parties);
    }

    /**
     * A barrier that belongs to one executor: the first that uses it.
     *
     * @param parties how many tasks go on together, 1 or more
     * @return a barrier in its first round; from elsewhere its futures throw {@link IllegalStateException}
     * @throws IllegalArgumentException if {@code parties} is below 1
     */
    public static Barrier local(int parties) {
        return new Barrier(new LocalAccess("Barrier"), parties);
    }

    /**
     * Names this barrier, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public Barrier named(String name) {
        access.name(name);
        return this;
    }

    /**
     * Arrives at the first poll, and waits for the others.
     *
     * @return a future that is true for one task of each round, the one that came last
     */
    @Placed(slot = Arrive.class, by = "arrive$in")
    public Future.OfBoolean arrive() {
        return arrive$in(new Arrive());
    }

    /**
     * {@link #arrive} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Arrive arrive$in(Arrive slot) {
        slot.place(this);
        return slot;
    }

    /** Wakes those that wait since a round before this one. One at a time: a waiter is not touched after its wake. */
    private void wakeRoundsBefore(int current) {
        while (wakeOneBefore(current)) {
            continue;
        }
    }

    private boolean wakeOneBefore(int current) {
        Waker waker;
        access.enter();
        try {
            Arrive first = waiters.first();
            if (first == null || first.round - current >= 0) {
                return false;
            }
            waiters.remove(first);
            waker = first.granted();
        } finally {
            access.exit();
        }
        if (waker != null) {
            waker.wake();
        }
        return true;
    }

    /** The future of {@link Barrier#arrive}, and its slot. */
    public static final class Arrive extends Waiter implements Future.OfBoolean {
        private @Nullable Barrier barrier;
        private int round;
        private boolean leader;

        /** Has begun the next round and is to wake those of the last one. */
        private boolean opens;

        /** An empty slot. */
        public Arrive() {}

        private void place(Barrier at) {
            placed();
            barrier = at;
            leader = false;
        }

        @Override
        @Nullable
        Access access() {
            Barrier of = barrier;
            return of == null ? null : of.access;
        }

        @Override
        public Poll poll(Context cx) {
            Barrier at = barrier;
            Poll polled = super.poll(cx);
            if (opens) {
                opens = false;
                at.wakeRoundsBefore(round);
            }
            return polled;
        }

        @Override
        public boolean getAsBoolean() {
            checkDone();
            return leader;
        }

        @Override
        String name() {
            return "Barrier.arrive()";
        }

        @Override
        @Nullable
        String wanted() {
            Barrier at = barrier;
            return at == null
                    ? null
                    : at.access
                            .titled()
                            .concat(", ")
                            .concat(Integer.toString(at.arrived))
                            .concat(" of ")
                            .concat(Integer.toString(at.parties))
                            .concat(" arrived");
        }

        @Override
        boolean seemsThere() {
            return barrier.arrived + 1 == barrier.parties;
        }

        @Override
        byte claim() {
            if (!seemsThere()) {
                return PLACED;
            }
            barrier.arrived = 0;
            round = ++barrier.round;
            leader = true;
            opens = true;
            return GRANTED;
        }

        @Override
        void enqueue() {
            round = barrier.round;
            barrier.arrived++;
            barrier.waiters.add(this);
        }

        @Override
        void dequeue() {
            if (round == barrier.round) {
                barrier.arrived--;
            }
            barrier.waiters.remove(this);
        }

        @Override
        @Nullable
        Waker complete() {
            end(DONE);
            return null;
        }

        @Override
        @Nullable
        Waker handOn() {
            // The others of its round go on: it has arrived.
            return null;
        }

        @Override
        void letGo() {
            barrier = null;
        }
    }
}
