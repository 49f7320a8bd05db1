// SPDX-License-Identifier: Apache-2.0
package guide;

import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;
import static dev.pollen.futures.Futures.select;

import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.executor.Executor;
import dev.pollen.time.Ticker;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.util.function.IntSupplier;

/** The code of the page on generators. */
final class Streams {
    private Streams() {}

    @Async
    static AsyncStream.OfInt readings(IntSupplier sensor, int count) {
        Ticker ticker = Ticker.everyMillis(100);
        for (int i = 0; i < count; i++) {
            await(ticker.next());
            emit(sensor.getAsInt());
        }
        return AsyncStream.OfInt.end();
    }

    @Async
    static Future.OfInt sum(IntSupplier sensor) {
        int sum = 0;
        var readings = readings(sensor, 3);
        while (await(readings.next())) {
            sum += readings.currentAsInt();
        }
        return Future.ready(sum);
    }

    @Async
    static AsyncStream.OfInt smoothed(AsyncStream.OfInt raw) {
        int last = 0;
        while (await(raw.next())) {
            last = (3 * last + raw.currentAsInt()) / 4;
            emit(last);
        }
        return AsyncStream.OfInt.end();
    }

    @Async
    static Future<Void> chained(IntSupplier sensor) {
        var raw = readings(sensor, 3);
        var smooth = smoothed(raw);
        while (await(smooth.next())) {
            System.out.println("smoothed " + smooth.currentAsInt());
        }
        return Future.done();
    }

    @Async
    static Future<Void> inPairs(IntSupplier sensor) {
        int[] buffer = new int[2];
        var pairs = readings(sensor, 5).filterInt(x -> x > 4).mapInt(x -> x / 4).chunks(buffer);
        while (await(pairs.next())) {
            System.out.println(pairs.currentAsInt() + " values, the first is " + buffer[0]);
        }
        return Future.done();
    }

    @Async
    static AsyncStream<String> lines() {
        try {
            for (int i = 1; ; i++) {
                await(Timer.afterMillis(40));
                emit("line " + i);
            }
        } finally {
            System.out.println("the generator cleans up");
        }
    }

    @Async
    static Future<Void> untilQuiet() {
        var lines = lines();
        for (int turn = 0; turn < 3; turn++) {
            var r = await(select(lines.next(), Timer.afterMillis(30)));
            if (r.isSecond()) {
                System.out.println("nothing yet");
            } else {
                System.out.println(lines.current());
            }
        }
        return Future.done();
    } // lines is cancelled here

    public static void main(String[] args) {
        int[] value = {0};
        try (Executor executor = Executor.on(new VirtualClock())) {
            System.out.println("sum " + executor.blockOn(sum(() -> value[0] += 4)));
            executor.blockOn(chained(() -> 64));
            executor.blockOn(inPairs(() -> value[0] += 4));
            executor.blockOn(untilQuiet());
        }
    }
}
