// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Future;
import dev.pollen.sync.Barrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * A barrier. Where nobody gives up, all stay within one round of each other, and each round has one leader. Where they do, each
 * opening has as many arrivals as it needs, those counted that were given up.
 */
final class BarrierGame extends Game {
    private static final int PARTIES = 3;
    private static final int ROUNDS = 100;

    private final AtomicIntegerArray rounds = new AtomicIntegerArray(PARTIES);
    private final AtomicInteger leaders = new AtomicInteger();
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger missed = new AtomicInteger();
    private boolean patient;
    private Barrier barrier;

    BarrierGame(Fault fault) {
        super(fault);
    }

    @Override
    Actor[] begin(Dice dice, boolean local) {
        patient = dice.once(2);
        barrier = local ? Barrier.local(PARTIES) : Barrier.of(PARTIES);
        Actor[] actors = new Actor[patient ? PARTIES : PARTIES + 1];
        for (int i = 0; i < actors.length; i++) {
            actors[i] = new Party(dice.another(), i);
        }
        return actors;
    }

    @Override
    int aborts(Dice dice) {
        // Whoever comes to a round that never begins ends by an abort.
        return patient ? 0 : Integer.MAX_VALUE;
    }

    @Override
    void end() {
        int led = leaders.get();
        int came = completed.get();
        if (patient) {
            check(led == ROUNDS && came == ROUNDS * PARTIES, "a round was lost or doubled");
        }
        // A leader that was given up has opened its round all the same.
        check(came <= (led + missed.get()) * PARTIES, "somebody went on alone");
        check(led * PARTIES <= came + missed.get(), "a round has begun with too few");
    }

    private final class Party extends Actor {
        private final Barrier.Arrive arrive = new Barrier.Arrive();
        private final int number;
        private int round;

        Party(Dice dice, int number) {
            super(dice);
            this.number = number;
        }

        @Override
        boolean isPatient() {
            return patient;
        }

        @Override
        boolean isDone() {
            return patient ? round == ROUNDS : leaders.get() >= ROUNDS;
        }

        @Override
        Future<?> next() {
            return barrier.arrive$in(arrive);
        }

        @Override
        void took() {
            arrived();
            if (plants(Fault.DOUBLED)) {
                arrived();
            }
        }

        private void arrived() {
            completed.incrementAndGet();
            if (arrive.getAsBoolean()) {
                leaders.incrementAndGet();
            }
            round++;
            if (patient) {
                rounds.set(number, round);
                for (int i = 0; i < PARTIES; i++) {
                    check(Math.abs(rounds.get(i) - round) <= 1, "somebody went on alone");
                }
            }
        }

        @Override
        void missed() {
            missed.incrementAndGet();
        }
    }
}
