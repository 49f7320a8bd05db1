// SPDX-License-Identifier: Apache-2.0
package guide;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.diagnosis.Watchdog;
import dev.pollen.executor.Executor;
import dev.pollen.executor.InterruptExecutor;
import dev.pollen.executor.JoinHandle;
import dev.pollen.executor.JoinSet;
import dev.pollen.executor.Scheduling;
import dev.pollen.executor.SpawnException;
import dev.pollen.executor.Spawner;
import dev.pollen.executor.TaskAbortedException;
import dev.pollen.executor.TaskScope;
import dev.pollen.sync.Channel;
import dev.pollen.sync.Notification;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;

/** The code of the page on executors. */
final class Executors {
    private Executors() {}

    @AsyncTask(poolSize = 2)
    static Task<Void> blink(String led, long millis) {
        for (int i = 0; i < 3; i++) {
            System.out.println(led + " at " + Executor.current().clock().now() / 1_000_000 + " ms");
            await(Timer.afterMillis(millis));
        }
        return Task.done();
    }

    static void first() {
        try (Executor executor = new Executor()) {
            executor.run(spawner -> {
                spawner.spawn(blink("red", 2));
                spawner.spawn(blink("green", 3));
            });
        }
    }

    static void pools() {
        try (Executor executor = Executor.on(new VirtualClock())) {
            Spawner spawner = executor.spawner();
            spawner.spawn(blink("red", 500));
            spawner.spawn(blink("green", 500));
            executor.runUntilStalled();
            boolean third = spawner.trySpawn(blink("blue", 500)); // false
            System.out.println("third " + third);
            try {
                spawner.spawn(blink("blue", 500));
            } catch (SpawnException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @AsyncTask
    static Task<Integer> measure(int times) {
        int sum = 0;
        for (int i = 1; i <= times; i++) {
            await(Timer.afterMillis(10));
            sum += i;
        }
        return Task.ready(sum);
    }

    @AsyncTask
    static Task<Void> report(Spawner spawner) {
        JoinHandle<Integer> measured = spawner.submit(measure(4));
        System.out.println("the task runs while its result is not awaited");
        System.out.println("sum " + await(measured));

        JoinHandle<Integer> tooLong = spawner.submit(measure(1_000_000));
        await(Timer.afterMillis(50));
        tooLong.abort();
        try {
            await(tooLong);
        } catch (TaskAbortedException e) {
            System.out.println("aborted");
        }
        return Task.done();
    }

    @AsyncTask(poolSize = 3)
    static Task<Void> worker(int number, long millis) {
        try {
            await(Timer.afterMillis(millis));
            System.out.println("worker " + number + " is done");
        } finally {
            System.out.println("worker " + number + " cleans up");
        }
        return Task.done();
    }

    @Async
    static Future<Void> together() {
        try (TaskScope scope = TaskScope.open()) {
            scope.spawn(worker(1, 10));
            scope.spawn(worker(2, 20));
            await(scope.join());
        }
        try (TaskScope scope = TaskScope.open()) {
            scope.spawn(worker(3, 1_000));
            await(Timer.afterMillis(10));
        } // worker 3 is cancelled here, to the end of its finally
        return Future.done();
    }

    @AsyncTask
    static Task<Void> scopes() {
        await(together());
        return Task.done();
    }

    @AsyncTask(poolSize = 4)
    static Task<String> fetch(String what, long millis) {
        await(Timer.afterMillis(millis));
        return Task.ready(what);
    }

    @AsyncTask
    static Task<Void> asTheyCome(Spawner spawner) {
        try (JoinSet<String> set = JoinSet.of(spawner, 4)) {
            set.spawn(fetch("slow", 30));
            set.spawn(fetch("fast", 10));
            set.spawn(fetch("medium", 20));
            while (!set.isEmpty()) {
                System.out.println(await(set.joinNext()));
            }
        }
        return Task.done();
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> served(String name, Notification go) {
        await(go.notified());
        System.out.println(name);
        return Task.done();
    }

    static void priorities() {
        try (Executor executor = Executor.builder()
                .clock(new VirtualClock())
                .scheduling(Scheduling.PRIORITY)
                .build()) {
            Notification go = Notification.local();
            Task<Void> log = served("log", go);
            Task<Void> motor = served("motor", go);
            log.record().setPriority(0);
            motor.record().setPriority(7);
            executor.spawner().spawn(log);
            executor.spawner().spawn(motor);
            executor.runUntilStalled();
            go.notifyAllWaiters();
            executor.runUntilStalled();
        }
    }

    @AsyncTask
    static Task<Void> onEdge(Channel<String> edges) {
        for (; ; ) {
            System.out.println("edge " + await(edges.receive()));
        }
    }

    @AsyncTask
    static Task<Void> produce(Channel<String> edges) {
        await(edges.send("rising"));
        await(edges.send("falling"));
        return Task.done();
    }

    static void interrupts() {
        Channel<String> edges = Channel.of(1); // of, not local: two threads use it
        try (InterruptExecutor fast =
                        InterruptExecutor.start(Executor.builder().name("fast"), Thread.MAX_PRIORITY);
                Executor slow = new Executor()) {
            slow.run(spawner -> {
                fast.spawner().spawn(produce(edges));
                spawner.spawn(twoEdges(edges));
            });
        }
    }

    @AsyncTask
    static Task<Void> twoEdges(Channel<String> edges) {
        System.out.println(await(edges.receive()) + ", " + await(edges.receive()));
        return Task.done();
    }

    static void shutdown() {
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.spawner().spawn(worker(1, 1_000));
            executor.runUntilStalled();
        } // close() cancels worker 1
    }

    static void dump() {
        try (Executor executor =
                Executor.builder().name("main").clock(new VirtualClock()).build()) {
            Channel<String> edges = Channel.<String>local(1).named("edges");
            executor.spawner().spawn(onEdge(edges));
            executor.runUntilStalled();
            System.out.print(executor.dump());
        }
    }

    @AsyncTask
    static Task<Void> failing() {
        await(Timer.afterMillis(1));
        throw new IllegalStateException("the sensor is gone");
    }

    static void uncaught() {
        Executor.Builder settings = Executor.builder()
                .clock(new VirtualClock())
                .uncaught((task, thrown) -> System.out.println(task + ": " + thrown.getMessage()));
        try (Executor executor = settings.build()) {
            executor.run(spawner -> spawner.spawn(failing()));
            System.out.println(executor.failures() + " failure");
        }
    }

    static void watched(Executor executor) {
        try (Watchdog dog = Watchdog.start(executor, 200, System.err::print)) {
            executor.run(spawner -> spawner.spawn(measureOnce()));
        }
    }

    @AsyncTask
    static Task<Void> measureOnce() {
        return Task.done();
    }

    private static void virtual(Executor.Init init) {
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.run(init);
        }
    }

    public static void main(String[] args) {
        System.out.println("-- pools");
        pools();
        System.out.println("-- results");
        virtual(spawner -> spawner.spawn(report(spawner)));
        System.out.println("-- scopes");
        virtual(spawner -> spawner.spawn(scopes()));
        System.out.println("-- sets");
        virtual(spawner -> spawner.spawn(asTheyCome(spawner)));
        System.out.println("-- priorities");
        priorities();
        System.out.println("-- interrupts");
        interrupts();
        System.out.println("-- shutdown");
        shutdown();
        System.out.println("-- uncaught");
        uncaught();
        System.out.println("-- dump");
        dump();
        try (Executor executor = Executor.on(new VirtualClock())) {
            watched(executor);
        }
    }
}
