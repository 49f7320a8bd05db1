// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;
import dev.pollen.futures.Futures;
import dev.pollen.sync.Channel;
import dev.pollen.time.Timer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Futures that nobody awaits, streams that nobody consumes and tasks that nobody spawns. */
final class LostFutures {
    private Future<Integer> kept;

    private LostFutures() {}

    @Async
    static Future<Integer> read(int n) {
        return Future.ready(n);
    }

    @Async
    static AsyncStream<Integer> count(int n) {
        for (int i = 0; i < n; i++) {
            emit(i);
        }
        return AsyncStream.end();
    }

    @AsyncTask
    static Task<Void> blink(int n) {
        return Task.done();
    }

    interface Port {
        Future<Void> flush();
    }

    @Async
    static Future<Void> statements(Channel<Integer> channel, Port port, int n) {
        read(1); // POLLEN-043
        channel.send(n); // POLLEN-043
        Timer.afterMillis(5); // POLLEN-043
        port.flush(); // POLLEN-043
        Futures.join(read(1), read(2)); // POLLEN-043
        async(() -> { // POLLEN-043
            await(read(3));
            return Future.done();
        });
        count(3); // POLLEN-052
        blink(1); // POLLEN-044
        await(read(4));
        return Future.done();
    }

    @Async
    static Future<Void> variables(int n) {
        Future<Integer> unused = read(n); // POLLEN-043
        Future<Integer> used = read(n);
        if (n > 0) {
            await(used);
            used = read(2); // POLLEN-043
            return Future.done();
        }
        try {
            await(read(5));
        } finally {
            read(6); // POLLEN-043
        }
        return Future.done();
    }

    /** In code that is not async, too: nobody looks at it otherwise. */
    static void ordinary(Spawner spawner, Channel<Integer> channel) {
        channel.send(1); // POLLEN-043
        blink(1); // POLLEN-044
        Task<Void> task = blink(2); // POLLEN-044
        Task.of(read(1)); // POLLEN-044
        Runnable lambda = () -> read(1); // POLLEN-043
        Runnable reference = channel::receive; // POLLEN-043
        List.of(1, 2).forEach(LostFutures::blink); // POLLEN-044
        new Object() {
            void inside() {
                read(7); // POLLEN-043
            }
        }.inside();
    }

    /** What is handed on, runs anyway, or was there before. */
    @Async
    Future<Void> fine(Spawner spawner, Executor executor, Map<String, Future<Integer>> map, Port port) {
        kept = read(1);
        map.put("a", read(2));
        Supplier<Future<Integer>> supplier = () -> read(3);
        supplier.get();
        spawner.submit(blink(1));
        spawner.spawn(blink(2));
        Future.ready(3);
        Future.done();
        Future<Integer> later = read(4);
        Runnable captures = () -> executor.blockOn(later);
        captures.run();
        var pair = await(Futures.join(read(1), read(2)));
        pair.first();
        Future<Integer> oneWay = read(5);
        if (pair.second().get() > 2) {
            await(oneWay);
        }
        map.get("a").cancel();
        return port.flush();
    }

    @Async
    static Future<Void> silenced(int n) {
        @SuppressWarnings("pollen:043")
        Future<Integer> unused = read(n);
        return Future.done();
    }

    @SuppressWarnings({"unused", "pollen:044"})
    static void silencedMethod() {
        blink(1);
        read(1); // POLLEN-043
        Runnable all = new Runnable() {
            @Override
            @SuppressWarnings("pollen")
            public void run() {
                blink(2);
                read(2);
            }
        };
        all.run();
    }

    @SuppressWarnings("pollen:043")
    static final class Silenced {
        private Silenced() {}

        static void method() {
            read(1);
            blink(1); // POLLEN-044
        }
    }
}
