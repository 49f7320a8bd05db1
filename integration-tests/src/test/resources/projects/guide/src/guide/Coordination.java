// SPDX-License-Identifier: Apache-2.0
package guide;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.select;

import dev.pollen.Future;
import dev.pollen.Pollen;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.sync.Barrier;
import dev.pollen.sync.Broadcast;
import dev.pollen.sync.CancellationToken;
import dev.pollen.sync.Channel;
import dev.pollen.sync.ChannelClosedException;
import dev.pollen.sync.IntChannel;
import dev.pollen.sync.LaggedException;
import dev.pollen.sync.Mutex;
import dev.pollen.sync.OnceLock;
import dev.pollen.sync.RpcService;
import dev.pollen.sync.RwLock;
import dev.pollen.sync.Semaphore;
import dev.pollen.sync.Watch;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;

/** The code of the page on what tasks coordinate with. */
final class Coordination {
    private Coordination() {}

    @AsyncTask
    static Task<Void> measure(Channel<Integer> samples) {
        for (int i = 1; i <= 3; i++) {
            await(samples.send(10 * i));
        }
        samples.close();
        return Task.done();
    }

    @AsyncTask
    static Task<Void> store(Channel<Integer> samples) {
        try {
            for (; ; ) {
                System.out.println("stored " + await(samples.receive()));
            }
        } catch (ChannelClosedException end) {
            System.out.println("no more samples");
        }
        return Task.done();
    }

    @AsyncTask
    static Task<Void> heat(Watch<Integer> wanted) {
        var receiver = wanted.receiver();
        for (int i = 0; i < 2; i++) {
            System.out.println("heating to " + await(receiver.changed()));
            await(Timer.afterMillis(10));
        }
        return Task.done();
    }

    @AsyncTask
    static Task<Void> upload(Channel<Integer> samples) {
        for (int attempt = 1; ; attempt++) {
            try (var sample = await(samples.reserveReceive())) {
                await(Timeout.after(transmit(sample.value(), attempt), 10));
                sample.commit();
                break;
            } catch (TimeoutException e) {
                System.out.println("the sample is back in its place: " + samples.size());
            }
        }
        return Task.done();
    }

    @Async
    static Future<Void> transmit(int sample, int attempt) {
        await(Timer.afterMillis(attempt == 1 ? 50 : 5));
        System.out.println("transmitted " + sample);
        return Future.done();
    }

    @AsyncTask
    static Task<Void> screen(Broadcast<String> log) {
        await(Timer.afterMillis(5));
        var lines = log.subscribe();
        for (; ; ) {
            try {
                System.out.println(await(lines.next()));
                await(Timer.afterMillis(10));
            } catch (LaggedException gap) {
                System.out.println("missed " + gap.missed());
            } catch (ChannelClosedException end) {
                return Task.done();
            }
        }
    }

    @AsyncTask
    static Task<Void> talk(Broadcast<String> log) {
        for (int i = 1; i <= 8; i++) {
            await(Timer.afterMillis(2));
            log.send("line " + i);
        }
        log.close();
        return Task.done();
    }

    @AsyncTask
    static Task<Void> owner(int[] table, RpcService<int[]> tables) {
        await(tables.serve(table));
        return Task.done();
    }

    @AsyncTask
    static Task<Void> user(RpcService<int[]> tables) {
        int before = await(tables.call(table -> table[0]++));
        System.out.println("it was " + before);
        tables.close();
        return Task.done();
    }

    @AsyncTask
    static Task<Void> serve(Channel<String> orders) {
        System.out.println("served " + await(orders.receive()));
        return Task.done();
    }

    @AsyncTask
    static Task<Void> echo(IntChannel bytes) {
        for (int i = 0; i < 2; i++) {
            System.out.println("got " + await(bytes.receive()));
        }
        return Task.done();
    }

    private static int lost;

    static void onByte(IntChannel bytes, int value) {
        if (!bytes.trySend(value)) {
            lost++;
        }
    }

    static void order(Channel<String> orders) {
        Pollen.blockOn(orders.send("tea"));
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> add(Mutex<int[]> account, int amount) {
        try (var guard = await(account.lock())) {
            int before = guard.get()[0];
            await(Timer.afterMillis(1));
            guard.get()[0] = before + amount;
            System.out.println("account " + guard.get()[0]);
        }
        return Task.done();
    }

    @AsyncTask(poolSize = 3)
    static Task<Void> download(Semaphore connections, int number) {
        try (var connection = await(connections.acquire())) {
            System.out.println("download " + number + " begins");
            await(Timer.afterMillis(5));
        }
        return Task.done();
    }

    @AsyncTask(poolSize = 3)
    static Task<Void> visit(RwLock<int[]> table, boolean change) {
        if (change) {
            try (var guard = await(table.write())) {
                guard.get()[0]++;
                System.out.println("written");
            }
        } else {
            try (var guard = await(table.read())) {
                await(Timer.afterMillis(2));
                System.out.println("read " + guard.get()[0]);
            }
        }
        return Task.done();
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> race(Barrier start, int lane) {
        await(Timer.afterMillis(lane));
        if (await(start.arrive())) {
            System.out.println("all are there");
        }
        return Task.done();
    }

    @AsyncTask
    static Task<Void> setUp(OnceLock<String> bus) {
        await(Timer.afterMillis(3));
        bus.set("bus of 400 kHz");
        return Task.done();
    }

    @AsyncTask
    static Task<Void> use(OnceLock<String> bus) {
        System.out.println("using the " + await(bus.get()));
        return Task.done();
    }

    @AsyncTask
    static Task<Void> work(CancellationToken token) {
        for (int i = 1; ; i++) {
            var r = await(select(token.cancelled(), Timer.afterMillis(10)));
            if (r.isFirst()) {
                System.out.println("stopped after " + (i - 1) + " turns");
                return Task.done();
            }
        }
    }

    /** Runs the examples. */
    public static void main(String[] args) {
        VirtualClock clock = new VirtualClock();
        Executor executor = Executor.builder().clock(clock).build();
        executor.run(spawner -> {
            Channel<Integer> samples = Channel.local(2);
            spawner.spawn(measure(samples));
            spawner.spawn(store(samples));
        });
        executor.run(spawner -> {
            Watch<Integer> wanted = Watch.local();
            wanted.send(18);
            wanted.send(20);
            spawner.spawn(heat(wanted));
            spawner.spawn(change(wanted));
        });
        executor.run(spawner -> {
            Channel<Integer> samples = Channel.local(2);
            samples.trySend(7);
            spawner.spawn(upload(samples));
        });
        executor.run(spawner -> {
            Broadcast<String> log = Broadcast.local(2);
            spawner.spawn(screen(log));
            spawner.spawn(talk(log));
        });
        executor.run(spawner -> {
            RpcService<int[]> tables = RpcService.local();
            spawner.spawn(owner(new int[] {41}, tables));
            spawner.spawn(user(tables));
        });
        executor.run(spawner -> {
            IntChannel bytes = IntChannel.of(2);
            onByte(bytes, 'a');
            onByte(bytes, 'b');
            onByte(bytes, 'c');
            spawner.spawn(echo(bytes));
        });
        System.out.println("lost " + lost);
        executor.run(spawner -> {
            Channel<String> orders = Channel.of(1);
            spawner.spawn(serve(orders));
            new Thread(() -> order(orders)).start();
        });
        executor.run(spawner -> {
            Mutex<int[]> account = Mutex.local(new int[1]);
            spawner.spawn(add(account, 1));
            spawner.spawn(add(account, 2));
        });
        executor.run(spawner -> {
            Semaphore connections = Semaphore.local(2);
            for (int i = 1; i <= 3; i++) {
                spawner.spawn(download(connections, i));
            }
        });
        executor.run(spawner -> {
            RwLock<int[]> table = RwLock.local(new int[1]);
            spawner.spawn(visit(table, false));
            spawner.spawn(visit(table, true));
            spawner.spawn(visit(table, false));
        });
        executor.run(spawner -> {
            Barrier start = Barrier.local(2);
            spawner.spawn(race(start, 1));
            spawner.spawn(race(start, 2));
        });
        executor.run(spawner -> {
            OnceLock<String> bus = OnceLock.local();
            spawner.spawn(use(bus));
            spawner.spawn(setUp(bus));
        });
        executor.run(spawner -> {
            CancellationToken token = CancellationToken.local();
            spawner.spawn(work(token.child()));
            spawner.spawn(stop(token));
        });
        executor.close();
    }

    @AsyncTask
    static Task<Void> change(Watch<Integer> wanted) {
        await(Timer.afterMillis(1));
        wanted.send(5);
        return Task.done();
    }

    @AsyncTask
    static Task<Void> stop(CancellationToken token) {
        await(Timer.afterMillis(35));
        token.cancel();
        return Task.done();
    }
}
