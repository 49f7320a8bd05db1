// SPDX-License-Identifier: Apache-2.0
package examples;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.map;
import static dev.pollen.futures.Futures.mapInt;
import static dev.pollen.futures.Futures.mapToInt;
import static dev.pollen.futures.Futures.pending;
import static dev.pollen.futures.Futures.pollOnce;
import static dev.pollen.futures.Futures.race;
import static dev.pollen.futures.Futures.ready;
import static dev.pollen.futures.Futures.retry;
import static dev.pollen.futures.Futures.retryInt;
import static dev.pollen.futures.Futures.select;
import static dev.pollen.futures.Futures.selectAll;
import static dev.pollen.futures.Futures.then;
import static dev.pollen.futures.Futures.thenToInt;
import static dev.pollen.futures.Futures.tryJoin;
import static dev.pollen.futures.Futures.yieldNow;
import static examples.Board.print;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.futures.Backoff;
import dev.pollen.futures.Retry;
import dev.pollen.sync.Channel;
import dev.pollen.sync.Notification;
import dev.pollen.sync.OneShot;
import dev.pollen.time.Timer;
import examples.Board.BusException;
import examples.Board.Flash;
import examples.Board.Sensor;

/** Futures made of other futures. */
final class Combinators {
    private Combinators() {}

    @Async
    static Future<Void> both(Notification stop, Sensor left, Sensor right) {
        // Javadoc of futures.Futures
        var r = await(select(stop.notified(), join(left.read(), right.read())));
        if (r.isFirst()) {
            print("stopped");
        } else {
            int sum = r.second().first().getAsInt() + r.second().second().getAsInt();
            print("sum " + sum);
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> first(Notification stop, Channel<String> orders, Sensor sensor) {
        // Javadoc of futures.Futures.select
        var r = await(select(stop.notified(), orders.receive(), sensor.read()));
        switch (r.index()) {
            case 0 -> print("stop");
            case 1 -> print("order " + r.second().get());
            default -> print("measured " + r.third().getAsInt());
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> all(Sensor left, Sensor right) {
        // Javadoc of futures.Futures.selectAll
        var r = await(selectAll(left.read(), right.read()));
        if (r.isFirst() && r.isSecond()) {
            print("at the same time");
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> fastest(OneShot<String> wired, OneShot<String> wireless) {
        // Javadoc of futures.Futures.race
        String command = await(race(wired.receive(), wireless.receive())); // whichever it comes by
        // end
        print(command);
        return Future.done();
    }

    @Async
    static Future<Void> three(Sensor x, Sensor y, Sensor z) {
        // Javadoc of futures.Futures.join
        var r = await(join(x.read(), y.read(), z.read())); // takes as long as the slowest
        int[] position = {r.first().getAsInt(), r.second().getAsInt(), r.third().getAsInt()};
        // end
        print(position[0] + " " + position[1] + " " + position[2]);
        return Future.done();
    }

    @Async
    static Future<Void> tried(Flash boot, Flash data) throws BusException {
        // Javadoc of futures.Futures.tryJoin
        var r = await(tryJoin(join(boot.readId(), data.readId())));
        if (r.hasFailed()) {
            print("chip " + r.failed() + ": " + r.failure().getMessage()); // chip 0 or 1
        } else {
            print("both are " + r.joined().first().getAsInt());
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> lent(Channel<String> orders) {
        // Javadoc of futures.Futures.borrow
        var deadline = Timer.afterMillis(100);
        for (; ; ) {
            var r = await(select(orders.receive(), borrow(deadline))); // the deadline runs on when it loses
            if (r.isSecond()) {
                break;
            }
            print("order " + r.first().get());
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> yields(int[] samples) {
        // Javadoc of futures.Futures.yieldNow
        long energy = 0;
        for (int i = 0; i < samples.length; i++) {
            energy += (long) samples[i] * samples[i];
            if (i % 64 == 63) {
                await(yieldNow()); // a long computation lets the others run
            }
        }
        // end
        print("energy " + energy);
        return Future.done();
    }

    @Async
    static Future<Void> mapped(Sensor fahrenheit, Sensor celsius) {
        // Javadoc of futures.Futures.map
        var r = await(select(mapInt(fahrenheit.read(), f -> (f - 32) * 5 / 9), celsius.read()));
        print((r.isFirst() ? r.first() : r.second()).getAsInt() + " degrees");
        // end
        return Future.done();
    }

    @Async
    static Future<Void> texts(Channel<String> orders) {
        print(await(map(orders.receive(), order -> order + "!")) + await(mapToInt(orders.receive(), String::length)));
        return Future.done();
    }

    @Async
    static Future<Void> chained(OneShot<Sensor> probe, Notification stop) {
        // Javadoc of futures.Futures.then
        var r = await(select(stop.notified(), then(probe.receive(), Sensor::label))); // when it is plugged in
        // end
        print(r.isFirst() ? "no probe" : r.second().get());
        return Future.done();
    }

    @Async
    static Future<Void> chainedInts(OneShot<Sensor> probe) {
        var r = await(join(thenToInt(probe.receive(), Sensor::read), ready(1)));
        print("probe " + r.first().getAsInt());
        return Future.done();
    }

    @Async
    static Future<Void> look(Channel<String> orders) {
        // Javadoc of futures.Futures.pollOnce
        var r = await(pollOnce(orders.receive()));
        print(r.isReady() ? "order " + r.future().get() : "no order");
        // end
        return Future.done();
    }

    @Async
    static Future<Void> optional(Sensor sensor, boolean limited) {
        // Javadoc of futures.Futures.pending
        Future<Void> limit = limited ? Timer.afterMillis(10) : pending(); // a branch that is switched off
        var r = await(select(sensor.read(), limit));
        // end
        print(r.isFirst() ? "measured" : "too slow");
        return Future.done();
    }

    @Async
    static Future<Void> cached(Sensor sensor, boolean known, int last) {
        // Javadoc of futures.Futures.ready
        var r = await(join(sensor.read(), known ? ready(last) : sensor.read()));
        // end
        print(r.first().getAsInt() + " after " + r.second().getAsInt());
        return Future.done();
    }

    // Javadoc of futures.Retry
    private static final Retry BUS = Retry.attempts(5) // the first one counts
            .backoffMillis(10)
            .capMillis(500) // rests of 10, 20, 40, 80 ms
            .jitterPercent(20, 42) // each up to a fifth shorter
            .retryIf(e -> e instanceof BusException);
    // end

    @Async
    static Future<Void> retried(Flash flash) throws BusException {
        // Javadoc of futures.Futures.retry
        String serial = await(retry(BUS, () -> flash.readSerial())); // with the policy of the example of Retry
        // end
        print(serial);
        int id = await(retryInt(BUS, () -> flash.readId()));
        print("flash " + id);
        return Future.done();
    }

    @Async
    static Future.OfInt backedOff(Flash flash) throws BusException {
        // Javadoc of futures.Backoff
        for (Backoff backoff = BUS.backoff(); ; ) {
            try {
                return Future.ready(await(flash.readId()));
            } catch (BusException e) {
                if (!await(backoff.rest())) {
                    throw e; // no attempt is left
                }
            }
        }
        // end
    }

    @Async
    static Future<Void> arrays(Sensor[] sensors) {
        Future.OfInt[] reads = new Future.OfInt[sensors.length];
        // Javadoc of futures.SelectArray
        for (int i = 0; i < reads.length; i++) {
            reads[i] = sensors[i].read();
        }
        var r = await(select(reads));
        print("sensor " + r.index() + " says " + r.winner().getAsInt());
        // end
        // Javadoc of futures.JoinArray
        for (int i = 0; i < reads.length; i++) {
            reads[i] = sensors[i].read();
        }
        var all = await(join(reads));
        for (int i = 0; i < reads.length; i++) {
            print("sensor " + i + " says " + all.child(i).getAsInt());
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> runAll() throws BusException {
        Notification stop = Notification.local();
        Channel<String> orders = Channel.local(2);
        Sensor slow = new Sensor(20, 100);
        Sensor fast = new Sensor(5, 10);
        await(both(stop, slow, fast));
        await(first(stop, orders, fast));
        await(all(new Sensor(5, 1), fast));
        OneShot<String> wired = OneShot.local();
        OneShot<String> wireless = OneShot.local();
        wireless.send("wireless command");
        await(fastest(wired, wireless));
        await(three(slow, fast, fast));
        await(tried(new Flash(0), new Flash(1)));
        orders.trySend("tea");
        await(lent(orders));
        await(yields(new int[] {3, 4}));
        await(mapped(new Sensor(3, 68), slow));
        orders.trySend("tea");
        orders.trySend("cake");
        await(texts(orders));
        OneShot<Sensor> probe = OneShot.local();
        probe.send(fast);
        await(chained(probe, stop));
        OneShot<Sensor> other = OneShot.local();
        other.send(fast);
        await(chainedInts(other));
        await(look(orders));
        await(optional(slow, true));
        await(optional(slow, false));
        await(cached(fast, true, 1));
        await(retried(new Flash(2)));
        print("flash " + await(backedOff(new Flash(4))));
        await(arrays(new Sensor[] {slow, fast}));
        return Future.done();
    }

    @AsyncTask
    static Task<Void> run() {
        try {
            await(runAll());
        } catch (BusException e) {
            print(e);
        }
        return Task.done();
    }

    public static void main(String[] args) {
        Board.run(spawner -> spawner.spawn(run()));
    }
}
