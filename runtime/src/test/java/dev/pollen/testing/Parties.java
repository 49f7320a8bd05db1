// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testing;

import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Random histories of what waits: parties with one future each that run first woken, first polled, now and then without
 * budget, and are cancelled anywhere. A party that is woken and finds nothing to do is a failure: whoever is woken owns
 * what it was woken for.
 */
public final class Parties {
    private final Random random;
    private final int broke;
    private final Deque<Party<?>> ready = new ArrayDeque<>();
    private final List<Party<?>> alive = new ArrayList<>();

    /**
     * Nobody yet.
     *
     * @param broke one poll of so many has no budget; 0 for none
     */
    public Parties(Random random, int broke) {
        this.random = random;
        this.broke = broke;
    }

    /** One more party, which runs later. */
    public <T> void start(Future<T> future, Consumer<? super T> then) {
        start(future, then, false);
    }

    /** One more party, which may go on in several steps, each after a wake. */
    public <T> void start(Future<T> future, Consumer<? super T> then, boolean inSteps) {
        Party<T> party = new Party<>(future, then, inSteps);
        alive.add(party);
        party.wake();
    }

    public boolean isEmpty() {
        return alive.isEmpty();
    }

    /** Cancels one of them. */
    public void cancelOne() {
        if (!alive.isEmpty()) {
            Party<?> party = alive.remove(random.nextInt(alive.size()));
            ready.remove(party);
            party.future.cancel();
        }
    }

    /** Cancels the one with a future, if it still waits. */
    public boolean cancel(Future<?> future) {
        for (Party<?> party : alive) {
            if (party.future == future) {
                alive.remove(party);
                ready.remove(party);
                future.cancel();
                return true;
            }
        }
        return false;
    }

    /** Cancels all but the one with a future. */
    public void cancelOther(Future<?> kept) {
        for (Party<?> party : List.copyOf(alive)) {
            if (party.future != kept) {
                cancel(party.future);
            }
        }
    }

    public void cancelAll() {
        while (!alive.isEmpty()) {
            cancelOne();
        }
    }

    /** Polls the one that was woken first. */
    public void runOne() {
        Party<?> party = ready.poll();
        if (party != null) {
            party.run(broke == 0 || random.nextInt(broke) != 0 ? 1 : 0);
        }
    }

    public void runAll() {
        while (!ready.isEmpty()) {
            runOne();
        }
    }

    private final class Party<T> implements Waker {
        private final Future<T> future;
        private final Consumer<? super T> then;
        private final boolean inSteps;
        private boolean mayPend = true;

        Party(Future<T> future, Consumer<? super T> then, boolean inSteps) {
            this.future = future;
            this.then = then;
            this.inSteps = inSteps;
        }

        @Override
        public void wake() {
            if (!ready.contains(this)) {
                ready.add(this);
            }
        }

        void run(int budget) {
            if (future.poll(new Budget(this, budget)) == Poll.PENDING) {
                if (!mayPend && !inSteps && budget > 0) {
                    throw new AssertionError("woken for nothing");
                }
                // Without budget it may not even have been in line.
                mayPend = budget == 0;
                return;
            }
            alive.remove(this);
            then.accept(future.take());
        }
    }
}
