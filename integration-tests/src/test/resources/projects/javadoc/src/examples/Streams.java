// SPDX-License-Identifier: Apache-2.0
package examples;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.blockOn;
import static dev.pollen.Pollen.emit;
import static dev.pollen.futures.Futures.join;
import static examples.Board.print;

import dev.pollen.AsyncStream;
import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.sync.Channel;
import dev.pollen.time.Ticker;
import dev.pollen.time.Timer;
import examples.Board.Radio;
import examples.Board.Sensor;

/** The words of async code, and values that come one after the other. */
final class Streams {
    private Streams() {}

    // Javadoc of AsyncStream
    @Async
    static AsyncStream<String> labels(Sensor sensor, int count) { // a generator
        Ticker ticker = Ticker.everyMillis(100);
        for (int i = 0; i < count; i++) {
            await(ticker.next());
            emit(i + ": " + await(sensor.read()));
        }
        return AsyncStream.end();
    }
    // end

    @Async
    static Future<Void> consume(Sensor sensor) {
        // Javadoc of AsyncStream
        // in an async method
        var labels = labels(sensor, 2); // nothing of the generator has run yet
        while (await(labels.next())) {
            print(labels.current());
        }
        // end
        return Future.done();
    }

    // Javadoc of Pollen.emit
    @Async
    static AsyncStream.OfInt readings(Sensor sensor) {
        for (; ; ) {
            emit(await(sensor.read())); // rests here until somebody awaits the next one
        }
    }
    // end

    @Async
    static Future<Void> map(Sensor sensor) {
        // Javadoc of AsyncStream.map
        var readings = labels(sensor, 2).map(label -> label.substring(3));
        while (await(readings.next())) {
            print(readings.current());
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> filter(Sensor sensor) {
        // Javadoc of AsyncStream.filter
        var ones = labels(sensor, 3).filter(label -> label.endsWith("1"));
        while (await(ones.next())) {
            print(ones.current());
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> take(Sensor sensor) {
        // Javadoc of AsyncStream.take
        var three = readings(sensor).take(3); // of an endless one
        while (await(three.next())) {
            print(three.currentAsInt());
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> throttle(Sensor sensor, Radio radio) {
        // Javadoc of AsyncStream.throttle
        var slow = readings(sensor).throttle(1000).take(2); // at most one a second
        while (await(slow.next())) {
            await(radio.send(slow.currentAsInt()));
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> merge(Sensor left, Sensor right) {
        // Javadoc of AsyncStream.merge
        var both = labels(left, 2).merge(labels(right, 2)); // as they come
        while (await(both.next())) {
            print(both.current());
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> chunks(Sensor sensor, Radio radio) {
        // Javadoc of AsyncStream.chunks
        String[] packet = new String[2];
        var packets = labels(sensor, 3).chunks(packet);
        while (await(packets.next())) {
            int n = packets.currentAsInt(); // 2, and 1 at the end
            await(radio.send(n == 1 ? packet[0] : packet[0] + ", " + packet[1]));
        }
        // end
        return Future.done();
    }

    // Javadoc of Pollen
    @AsyncTask
    static Task<Void> report(Sensor sensor, Radio radio) {
        for (int i = 0; i < 2; i++) {
            await(Timer.afterMillis(100));
            await(radio.send(await(average(sensor))));
        }
        return Task.done();
    }

    @Async
    static Future.OfInt average(Sensor sensor) {
        int sum = await(sensor.read()) + await(sensor.read());
        return Future.ready(sum / 2);
    }
    // end

    @Async
    static Future<Void> awaits(Sensor sensor, Channel<String> orders) {
        // Javadoc of Pollen.await
        int value = await(sensor.read()); // the task waits here, and others run
        if (value > 20 && await(orders.receive()).equals("tea")) { // in any expression
            print("tea at " + value);
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> blocks(Sensor sensor) {
        // Javadoc of Pollen.async
        int offset = 100;
        var r = await(join(sensor.read(), async(() -> { // an async method without a name
            await(Timer.afterMillis(5));
            return Future.ready("offset " + offset);
        })));
        print(r.second().get() + ", reading " + r.first().getAsInt());
        // end
        return Future.done();
    }

    static void block(Sensor sensor) {
        // Javadoc of Pollen.blockOn
        int value = blockOn(sensor.read()); // on a thread that belongs to no executor: main, a test
        // end
        print("value " + value);
    }

    // Javadoc of Task
    @AsyncTask(poolSize = 2)
    static Task<Void> blink(String led) {
        for (int i = 0; i < 2; i++) {
            print(led + " on");
            await(Timer.afterMillis(250));
        }
        return Task.done();
    }

    static void start(Spawner spawner) {
        spawner.spawn(blink("red")); // claims one of the two slots
        spawner.spawn(blink("green"));
    }
    // end

    // Javadoc of Future
    static final class NextRound implements Future<Void> { // what yieldNow() is
        private boolean asked;

        @Override
        public Poll poll(Context cx) {
            if (asked) {
                return Poll.READY;
            }
            asked = true;
            cx.waker().wake();
            return Poll.PENDING;
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {} // nobody has been told to wake it later
    }
    // end

    @AsyncTask
    static Task<Void> run() {
        await(consume(new Sensor(1, 10)));
        await(map(new Sensor(1, 20)));
        await(filter(new Sensor(1, 30)));
        await(take(new Sensor(1, 40)));
        await(throttle(new Sensor(1, 50), new Radio()));
        await(merge(new Sensor(1, 60), new Sensor(2, 70)));
        await(chunks(new Sensor(1, 80), new Radio()));
        Channel<String> orders = Channel.local(1);
        orders.trySend("tea");
        await(awaits(new Sensor(1, 90), orders));
        await(blocks(new Sensor(1, 1)));
        await(new NextRound());
        return Task.done();
    }

    public static void main(String[] args) {
        Board.run(spawner -> spawner.spawn(run()));
        Board.run(spawner -> spawner.spawn(report(new Sensor(1, 1), new Radio())));
        Board.run(Streams::start);
        block(new Sensor(1, 5));
    }
}
