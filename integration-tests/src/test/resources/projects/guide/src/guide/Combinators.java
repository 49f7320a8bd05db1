// SPDX-License-Identifier: Apache-2.0
package guide;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.mapInt;
import static dev.pollen.futures.Futures.race;
import static dev.pollen.futures.Futures.retry;
import static dev.pollen.futures.Futures.select;
import static dev.pollen.futures.Futures.selectAll;
import static dev.pollen.futures.Futures.tryJoin;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.annotations.Async;
import dev.pollen.executor.Executor;
import dev.pollen.futures.Backoff;
import dev.pollen.futures.FutureOrValue;
import dev.pollen.futures.Retry;
import dev.pollen.sync.Channel;
import dev.pollen.sync.FutureCore;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.io.IOException;

/** The code of the page on futures. */
final class Combinators {
    private static final Retry POLICY = Retry.attempts(4).backoffMillis(10).capMillis(30).jitterPercent(20, 42);

    private static int broken;

    private Combinators() {}

    @Async
    static Future.OfInt read(int sensor, long millis) {
        await(Timer.afterMillis(millis));
        return Future.ready(100 + sensor);
    }

    @Async
    static Future<Void> selects(Channel<String> orders) {
        var deadline = Timer.afterMillis(50);
        for (; ; ) {
            var r = await(select(orders.receive(), read(1, 20), borrow(deadline)));
            if (r.isThird()) {
                break;
            }
            System.out.println(r.isFirst() ? r.first().get() : "read " + r.second().getAsInt());
        }
        return Future.done();
    }

    @Async
    static Future<Void> joins() {
        var r = await(join(read(1, 30), read(2, 10), read(3, 20), read(4, 5)));
        System.out.println(r.first().getAsInt() + r.fourth().getAsInt());

        var both = await(selectAll(read(5, 10), read(6, 10), read(7, 99)));
        System.out.println(both.isFirst() + " " + both.isSecond() + " " + both.isThird());

        System.out.println("fastest " + await(race(read(8, 30), mapInt(read(9, 20), x -> -x))));
        return Future.done();
    }

    @Async
    static Future.OfInt unreliable() throws IOException {
        await(Timer.afterMillis(1));
        if (broken > 0) {
            broken--;
            throw new IOException("bus error");
        }
        return Future.ready(7);
    }

    @Async
    static Future<Void> failures() throws IOException {
        broken = 1;
        var r = await(tryJoin(join(read(1, 5), unreliable())));
        if (r.hasFailed()) {
            System.out.println("child " + r.failed() + ": " + r.failure().getMessage());
        } else {
            System.out.println(r.joined().second().getAsInt());
        }
        return Future.done();
    }

    @Async
    static Future.OfInt persistent() throws IOException {
        Backoff backoff = POLICY.backoff();
        for (; ; ) {
            try {
                return Future.ready(await(unreliable()));
            } catch (IOException e) {
                if (!await(backoff.rest())) {
                    throw e;
                }
            }
        }
    }

    @Async
    static Future<Void> retries() throws IOException {
        broken = 2;
        System.out.println("after some attempts: " + await(persistent()));
        broken = 3;
        System.out.println("the same in short: " + await(retry(POLICY, () -> unreliable())));
        return Future.done();
    }

    /** Ready when a key is pressed, which an interrupt or another thread says. */
    static final class KeyPress implements Future<Character> {
        private final FutureCore<Character> core = FutureCore.of("a key press");

        void pressed(char key) {
            core.complete(key);
        }

        @Override
        public Poll poll(Context cx) {
            return core.poll(cx);
        }

        @Override
        public Character get() {
            return core.get();
        }

        @Override
        public void cancel() {
            core.cancel();
        }
    }

    /** Two keys, in whatever order they come. */
    static final class Chord implements Future<String> {
        private final FutureOrValue<KeyPress> left;
        private final FutureOrValue<KeyPress> right;

        Chord(KeyPress left, KeyPress right) {
            this.left = FutureOrValue.of(left);
            this.right = FutureOrValue.of(right);
        }

        @Override
        public Poll poll(Context cx) {
            return left.advance(cx) & right.advance(cx) ? Poll.READY : Poll.PENDING;
        }

        @Override
        public String get() {
            return left.get().get() + "+" + right.get().get();
        }

        @Override
        public void cancel() {
            left.reset();
            right.reset();
        }
    }

    @Async
    static Future<Void> keys() {
        KeyPress a = new KeyPress();
        KeyPress b = new KeyPress();
        b.pressed('y');
        var r = await(join(new Chord(a, b), press(a)));
        System.out.println(r.first().get());
        return Future.done();
    }

    @Async
    static Future<Void> press(KeyPress key) {
        await(Timer.afterMillis(3));
        key.pressed('x');
        return Future.done();
    }

    public static void main(String[] args) throws IOException {
        Executor executor = Executor.builder().clock(new VirtualClock()).build();
        Channel<String> orders = Channel.of(2);
        orders.trySend("order");
        executor.blockOn(selects(orders));
        executor.blockOn(joins());
        executor.blockOn(failures());
        executor.blockOn(retries());
        executor.blockOn(keys());
        executor.close();
    }
}
