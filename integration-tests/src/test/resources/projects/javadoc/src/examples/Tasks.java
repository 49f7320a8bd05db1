// SPDX-License-Identifier: Apache-2.0
package examples;

import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.blockOn;
import static examples.Board.print;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.executor.InterruptExecutor;
import dev.pollen.executor.JoinHandle;
import dev.pollen.executor.JoinSet;
import dev.pollen.executor.RunOrder;
import dev.pollen.executor.Scheduling;
import dev.pollen.executor.SpawnException;
import dev.pollen.executor.Spawner;
import dev.pollen.executor.TaskAbortedException;
import dev.pollen.executor.TaskLocal;
import dev.pollen.executor.TaskRecord;
import dev.pollen.executor.TaskScope;
import dev.pollen.executor.Trace;
import dev.pollen.time.Timer;
import examples.Board.Sensor;
import java.util.Random;

/** What tasks run on, and how they are started, awaited and ended. */
final class Tasks {
    private Tasks() {}

    @AsyncTask(poolSize = 4)
    static Task.OfInt sample(int channel) {
        await(Timer.afterMillis(10 - channel));
        return Task.ready(100 * channel);
    }

    @AsyncTask(poolSize = 4)
    static Task<String> name(int channel) {
        await(Timer.afterMillis(10 - channel));
        return Task.ready("channel " + channel);
    }

    @AsyncTask
    static Task<Void> blink() {
        try {
            for (; ; ) {
                print("blink");
                await(Timer.afterMillis(4));
            }
        } finally {
            print("off");
        }
    }

    @AsyncTask
    static Task<Void> fail() {
        throw new IllegalStateException("no sensor");
    }

    static void start() {
        // Javadoc of executor.Executor
        try (Executor executor = new Executor()) {
            executor.run(spawner -> { // until all tasks have ended
                spawner.spawn(hello("first"));
                spawner.spawn(hello("second"));
            });
        }
        // end
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> hello(String name) {
        print("hello " + name);
        return Task.done();
    }

    @Async
    static Future<Void> spawn(Spawner spawner) {
        // Javadoc of executor.Spawner
        spawner.spawn(hello("task")); // runs from the next round on
        int sum = await(spawner.submit(sample(1))) + await(spawner.submit(sample(2))); // one after the other
        print("sum " + sum);
        // end
        return Future.done();
    }

    @Async
    static Future<Void> handle(Spawner spawner) {
        // Javadoc of executor.JoinHandle
        JoinHandle<String> name = spawner.submit(name(3)); // runs from now on
        print("meanwhile");
        print(await(name));
        // end
        return Future.done();
    }

    @Async
    static Future<Void> aborted(Spawner spawner) {
        // Javadoc of executor.TaskAbortedException
        JoinHandle<Void> blinking = spawner.submit(blink());
        await(Timer.afterMillis(1));
        blinking.abort();
        try {
            await(blinking);
        } catch (TaskAbortedException e) {
            print("aborted");
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> set(Spawner spawner) {
        // Javadoc of executor.JoinSet
        try (JoinSet<String> names = JoinSet.of(spawner, 4)) {
            for (int i = 1; i <= 3; i++) {
                names.spawn(name(i));
            }
            while (!names.isEmpty()) {
                print(await(names.joinNext())); // the fastest first
            }
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> scope(Sensor sensor) {
        // Javadoc of executor.TaskScope
        try (TaskScope scope = TaskScope.open()) {
            scope.spawn(blink());
            print("measured " + await(sensor.read()));
        } // what still runs is cancelled here, to its end
        // end
        return Future.done();
    }

    @AsyncTask
    static Task<Void> single(Spawner spawner) {
        // Javadoc of executor.SpawnException
        try {
            spawner.spawn(single(spawner)); // a pool of one, and this is the one
        } catch (SpawnException e) {
            print("refused");
        }
        // end
        return Task.done();
    }

    // Javadoc of executor.TaskLocal
    static final TaskLocal<String> REQUEST = TaskLocal.of("none");

    @AsyncTask(poolSize = 2)
    static Task<Void> serve(String request) {
        REQUEST.set(request);
        await(answer());
        return Task.done();
    }

    @Async
    static Future<Void> answer() {
        await(Timer.afterMillis(5));
        print("answers " + REQUEST.get()); // that of the task that awaits this
        return Future.done();
    }
    // end

    static Executor shuffled(long seed) {
        // Javadoc of executor.RunOrder
        Random random = new Random(seed);
        Executor executor = Executor.builder().order(random::nextInt).build();
        // end
        return executor;
    }

    static Executor prioritized() {
        // Javadoc of executor.Scheduling
        Executor executor = Executor.builder().scheduling(Scheduling.PRIORITY).build();
        // end
        return executor;
    }

    static void interrupt() {
        // Javadoc of executor.InterruptExecutor
        try (InterruptExecutor motor = InterruptExecutor.start(Executor.builder(), Thread.MAX_PRIORITY)) {
            blockOn(motor.spawner().submit(hello("motor"))); // preempts tasks of executors of lower priority
        }
        // end
    }

    static Executor traced() {
        // Javadoc of executor.Trace
        Executor executor = Executor.builder()
                .trace(new Trace() {
                    @Override
                    public void taskExecBegin(Executor on, TaskRecord task) {
                        print("polling " + task.name());
                    }
                })
                .build();
        // end
        return executor;
    }

    static Executor reporting() {
        // Javadoc of executor.UncaughtHandler
        Executor executor = Executor.builder()
                .uncaught((task, failure) -> print(task + ": " + failure.getMessage()))
                .build();
        // end
        return executor;
    }

    @AsyncTask
    static Task<Void> run(Spawner spawner) {
        await(spawn(spawner));
        await(handle(spawner));
        await(aborted(spawner));
        await(set(spawner));
        await(scope(new Sensor(6, 1)));
        spawner.spawn(single(spawner));
        spawner.spawn(serve("1"));
        spawner.spawn(serve("2"));
        return Task.done();
    }

    public static void main(String[] args) {
        start();
        Board.run(spawner -> spawner.spawn(run(spawner)));
        for (Executor executor : new Executor[] {shuffled(7), prioritized(), traced()}) {
            executor.run(spawner -> spawner.spawn(hello("again")));
            executor.close();
        }
        try (Executor executor = reporting()) {
            executor.run(spawner -> spawner.spawn(fail()));
        }
        interrupt();
    }
}
