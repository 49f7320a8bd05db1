// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Future;
import dev.pollen.sync.ChannelClosedException;
import dev.pollen.sync.RpcService;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls to a service: each runs at most once, one after the other, and who is not given up gets the answer of its own. */
final class RpcGame extends Game {
    private static final int CALLERS = 3;
    private static final int EACH = 80;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private boolean closesEarly;
    private RpcService<RpcGame> service;

    RpcGame(Fault fault) {
        super(fault);
    }

    @Override
    Actor[] begin(Dice dice, boolean local) {
        closesEarly = dice.once(4);
        service = local ? RpcService.local() : RpcService.of();
        Actor[] actors = new Actor[CALLERS + 1];
        for (int i = 0; i < CALLERS; i++) {
            actors[i] = new Caller(dice.another(), i);
        }
        actors[CALLERS] = new Server(dice.another());
        return actors;
    }

    @Override
    void end() {
        check(inside.get() == 0, "somebody is still called");
    }

    private final class Server extends Actor {
        private final RpcService.Serve<RpcGame> serve = new RpcService.Serve<>();
        private boolean over;

        Server(Dice dice) {
            super(dice);
        }

        @Override
        boolean isDone() {
            return over;
        }

        @Override
        Future<?> next() {
            return service.serve$in(RpcGame.this, serve);
        }

        @Override
        void took() {
            over = true;
        }
    }

    private final class Caller extends Actor {
        private final RpcService.Request<Integer> request = new RpcService.Request<>();
        private final RpcService.Call<RpcGame, Integer> code = this::run;
        private final int number;

        /** The call that is running or was the last; a new one after one that was given up. */
        private volatile int call;

        /** The last call that has run; written by the server. */
        private volatile int ran = -1;

        private int answered;
        private boolean over;

        Caller(Dice dice, int number) {
            super(dice);
            this.number = number;
        }

        private Integer run(RpcGame state) {
            check(state == RpcGame.this && inside.incrementAndGet() == 1, "two calls at the same time");
            int now = call;
            if (!plants(Fault.LOST)) {
                ran = now;
            }
            inside.decrementAndGet();
            return Values.of((number * EACH * 8 + now) % Values.COUNT);
        }

        @Override
        boolean isDone() {
            return over || answered == EACH;
        }

        @Override
        Future<?> next() {
            if (closesEarly && dice.once(200)) {
                service.close();
            }
            call++;
            return service.call$in(code, request);
        }

        @Override
        void took() {
            took(request.take());
            if (plants(Fault.DOUBLED)) {
                took(Values.of((number * EACH * 8 + call) % Values.COUNT));
            }
        }

        private void took(int answer) {
            check(ran == call, "the call did not run, or another one did");
            check(answer == (number * EACH * 8 + call) % Values.COUNT, "the answer of another call");
            ran = -1;
            if (++answered == EACH && done.incrementAndGet() == CALLERS) {
                service.close();
            }
        }

        @Override
        void failed(RuntimeException thrown) {
            if (!(thrown instanceof ChannelClosedException)) {
                throw thrown;
            }
            over = true;
        }
    }
}
