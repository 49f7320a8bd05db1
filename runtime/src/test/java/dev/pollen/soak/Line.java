// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import dev.pollen.Waker;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The line before a primitive that belongs to one executor, as it is seen from outside. Whoever is polled for the first time
 * arrives, whoever gives up leaves, and whoever is woken was granted what it waits for; nobody who arrived before it may wait
 * still. It looks at the wake because what is granted is taken later, in whatever order the tasks run.
 */
final class Line {
    private final Place[] places;
    private final BooleanSupplier barges;
    private int known;
    private long arrivals;
    private boolean overtaken;

    /**
     * A line in which nobody stands.
     *
     * @param most how many can stand in it
     * @param barges whether the primitive lets somebody overtake the first in line now
     */
    Line(int most, BooleanSupplier barges) {
        places = new Place[most];
        this.barges = barges;
    }

    /**
     * The place of one that comes again and again.
     *
     * @param enter places what it waits for, in the same slot each time
     */
    Place place(Supplier<Future<?>> enter) {
        Place place = new Place(enter);
        places[known++] = place;
        return place;
    }

    /** Somebody got something without standing in line. */
    void passed() {
        overtaken |= firstBefore(Long.MAX_VALUE) != null;
    }

    /** Whether somebody was granted something before one that came earlier and waits still. */
    boolean isOvertaken() {
        return overtaken;
    }

    private @Nullable Place firstBefore(long arrival) {
        Place first = null;
        long least = arrival;
        for (int i = 0; i < known; i++) {
            if (places[i].waits && places[i].arrival < least) {
                first = places[i];
                least = first.arrival;
            }
        }
        return first;
    }

    /** A future that tells the line what happens to another one, whose context and waker it is. */
    final class Place implements Future<Object>, Context, Waker, Describable {
        private final Supplier<Future<?>> enter;
        private Future<?> future;
        private @Nullable Context within;
        private Waker task;
        private boolean arrived;
        private boolean waits;
        private long arrival;

        private Place(Supplier<Future<?>> enter) {
            this.enter = enter;
        }

        /** Comes, to arrive at the first poll. */
        Future<?> in() {
            future = enter.get();
            arrived = false;
            return this;
        }

        @Override
        public Poll poll(Context cx) {
            boolean first = !arrived;
            if (first) {
                arrived = true;
                waits = true;
                arrival = ++arrivals;
            }
            within = cx;
            Poll poll;
            try {
                poll = future.poll(this);
            } catch (RuntimeException e) {
                waits = false;
                throw e;
            } finally {
                within = null;
            }
            if (poll == Poll.READY) {
                granted();
            } else if (first && waits) {
                Place before = firstBefore(arrival);
                if (before != null && barges.getAsBoolean()) {
                    before.toTheEnd();
                }
            }
            return poll;
        }

        /** What a primitive does that is not fair: those behind this place come before it. */
        private void toTheEnd() {
            future.cancel();
            future = enter.get();
            future.poll(this);
        }

        private void granted() {
            if (waits) {
                waits = false;
                overtaken |= firstBefore(arrival) != null;
            }
        }

        @Override
        public void cancel() {
            waits = false;
            future.cancel();
        }

        @Override
        public Object get() {
            return future.get();
        }

        @Override
        public Waker waker() {
            if (within != null) {
                task = within.waker();
            }
            return this;
        }

        @Override
        public boolean spend() {
            return within != null && within.spend();
        }

        @Override
        public void wake() {
            granted();
            task.wake();
        }

        @Override
        public void describeWait(WaitDescription to) {
            ((Describable) future).describeWait(to);
        }
    }
}
