// SPDX-License-Identifier: Apache-2.0
package examples;

import static dev.pollen.Pollen.await;
import static examples.Board.print;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.time.Delay;
import dev.pollen.time.MissedTicks;
import dev.pollen.time.Ticker;
import dev.pollen.time.Ticks;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import examples.Board.Sensor;

/** What waits for a time. */
final class Times {
    private Times() {}

    @Async
    static Future<Void> wake() {
        // Javadoc of time.Timer
        print("reset"); // pull the line low
        await(Timer.afterMillis(20)); // as long as the data sheet says
        print("ready");
        // end
        return Future.done();
    }

    @Async
    static Future<Void> sample(Sensor sensor) {
        int n = 0;
        // Javadoc of time.Ticker
        for (Ticker ticker = Ticker.everyMillis(100); n < 3; n++) {
            await(ticker.next()); // at 100, 200, 300 ms, however long the work takes
            print(await(sensor.read()));
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> skip(Sensor slow) {
        // Javadoc of time.MissedTicks
        Ticker ticker = Ticker.everyMillis(100).missed(MissedTicks.SKIP); // what was missed is left out
        // end
        await(Timer.afterMillis(250));
        await(ticker.next());
        await(ticker.next());
        print("tick at " + Executor.current().clock().now() % Ticks.PER_SECOND / Ticks.PER_MILLI);
        return Future.done();
    }

    @Async
    static Future<Void> limited(Sensor sensor) {
        // Javadoc of time.Timeout
        try {
            print("measured " + await(Timeout.after(sensor.read(), 50)));
        } catch (TimeoutException e) {
            print("no answer for 50 ms");
        }
        print("or -1: " + await(Timeout.orElse(sensor.read(), 50, -1)));
        // end
        return Future.done();
    }

    @Async
    static Future<Void> all(Sensor sensor) {
        // Javadoc of time.TimeoutException
        try {
            await(Timeout.after(three(sensor), 50)); // the three of them together
        } catch (TimeoutException e) {
            print("too slow");
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> three(Sensor sensor) {
        for (int i = 0; i < 3; i++) {
            print(await(sensor.read()));
        }
        return Future.done();
    }

    @Async
    static Future<Void> deadline(Sensor sensor) {
        // Javadoc of time.Ticks
        long end = Ticks.plus(Executor.current().clock().now(), Ticks.ofMillis(30)); // for all that follows
        try {
            print(await(Timeout.at(sensor.read(), end)) + await(Timeout.at(sensor.read(), end)));
        } catch (TimeoutException e) {
            print("30 ms are over");
        }
        // end
        return Future.done();
    }

    static void strobe() {
        // Javadoc of time.Delay
        print("strobe high");
        Delay.blockForMicros(2); // too short to be worth an await
        print("strobe low");
        // end
    }

    static void test(Task<Void> task) {
        // Javadoc of time.VirtualClock
        VirtualClock clock = new VirtualClock();
        Executor executor = Executor.on(clock);
        executor.spawner().spawn(task); // await(Timer.afterMillis(10)); print("done")
        executor.runUntilStalled();
        clock.advanceMillis(10);
        executor.runUntilStalled(); // done
        // end
        executor.close();
    }

    @AsyncTask
    static Task<Void> tenMillis() {
        await(Timer.afterMillis(10));
        print("done");
        return Task.done();
    }

    @AsyncTask
    static Task<Void> run() {
        await(wake());
        await(sample(new Sensor(30, 1)));
        await(skip(new Sensor(250, 1)));
        await(limited(new Sensor(60, 1)));
        await(all(new Sensor(20, 1)));
        await(deadline(new Sensor(10, 1)));
        await(deadline(new Sensor(20, 1)));
        strobe();
        return Task.done();
    }

    public static void main(String[] args) {
        Board.run(spawner -> spawner.spawn(run()));
        test(tenMillis());
    }
}
