// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.futures.Futures;
import dev.pollen.futures.Yield;
import dev.pollen.sync.AtomicWaker;
import dev.pollen.sync.FutureCore;
import org.jspecify.annotations.Nullable;

/** Hand-written futures on what is there for them: an interrupt that counts up and wakes, and a request that is completed. */
final class HandGame extends Game {
    private static final int LAST = 400;

    private final AtomicWaker atomic = new AtomicWaker();
    private volatile int raised;
    private FutureCore<Integer> core;

    /** The request that is to be completed. */
    private volatile int requested;

    private volatile boolean over;

    HandGame(Fault fault) {
        super(fault);
    }

    @Override
    Actor[] begin(Dice dice, boolean local) {
        core = local ? FutureCore.local("an answer") : FutureCore.of("an answer");
        return new Actor[] {
            new Interrupt(dice.another()),
            new Waiter(dice.another()),
            new Asker(dice.another()),
            new Answer(dice.another())
        };
    }

    @Override
    void end() {
        check(raised == LAST && over, "somebody has ended too early");
        check(!atomic.isRegistered(), "a waker was left");
    }

    private final class Interrupt extends Actor {
        private final Yield pause = new Yield();

        Interrupt(Dice dice) {
            super(dice);
        }

        @Override
        boolean isDone() {
            return raised == LAST;
        }

        @Override
        Future<?> next() {
            if (dice.once(2)) {
                return Futures.yieldNow$in(pause);
            }
            raised = raised + 1;
            if (raised != LAST || !plants(Fault.LOST)) {
                atomic.wake();
            }
            return null;
        }

        @Override
        void took() {}
    }

    private final class Waiter extends Actor implements Future<Void> {
        private int seen;

        Waiter(Dice dice) {
            super(dice);
        }

        @Override
        boolean isDone() {
            return seen == LAST;
        }

        @Override
        Future<?> next() {
            return this;
        }

        @Override
        void took() {
            int now = raised;
            check(now > seen, "woken for nothing");
            seen = now;
        }

        @Override
        public Poll poll(Context cx) {
            atomic.register(cx.waker());
            if (raised == seen || !cx.spend()) {
                if (raised != seen) {
                    cx.waker().wake();
                }
                return Poll.PENDING;
            }
            atomic.take();
            return Poll.READY;
        }

        @Override
        public @Nullable Void get() {
            return null;
        }

        @Override
        public void cancel() {
            atomic.take();
        }
    }

    /** Asks with one number after the other, and gives up some. */
    private final class Asker extends Actor implements Future<Void> {
        private int answered;
        private int asked;

        Asker(Dice dice) {
            super(dice);
        }

        @Override
        boolean isDone() {
            return over;
        }

        @Override
        Future<?> next() {
            core.reset();
            asked++;
            requested = asked;
            return this;
        }

        @Override
        void took() {
            int answer = core.take();
            // An answer to a request that was given up may come to a later one.
            check(answer <= asked, "an answer that was not asked for");
            check(answer > answered, "an older answer came after a newer one, or the same one again");
            answered = plants(Fault.DOUBLED) ? answer + 1 : answer;
            over = asked >= LAST;
        }

        @Override
        public Poll poll(Context cx) {
            return core.poll(cx);
        }

        @Override
        public @Nullable Void get() {
            return null;
        }

        @Override
        public void cancel() {
            core.cancel();
        }
    }

    private final class Answer extends Actor {
        private final Yield pause = new Yield();
        private int completed;

        Answer(Dice dice) {
            super(dice);
        }

        @Override
        boolean isDone() {
            return over;
        }

        @Override
        Future<?> next() {
            int request = requested;
            if (request > completed && core.complete(Values.of(request % Values.COUNT))) {
                completed = request;
            }
            return Futures.yieldNow$in(pause);
        }

        @Override
        void took() {}
    }
}
