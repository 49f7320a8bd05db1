// SPDX-License-Identifier: Apache-2.0
package examples;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.select;
import static examples.Board.print;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.sync.Barrier;
import dev.pollen.sync.CancellationToken;
import dev.pollen.sync.LazyLock;
import dev.pollen.sync.Mutex;
import dev.pollen.sync.Notification;
import dev.pollen.sync.OnceLock;
import dev.pollen.sync.RwLock;
import dev.pollen.sync.Semaphore;
import dev.pollen.sync.SemaphoreClosedException;
import dev.pollen.time.Timer;
import examples.Board.Radio;
import examples.Board.Sensor;

/** What tasks take turns with, and wait for each other. */
final class Locks {
    private Locks() {}

    @AsyncTask(poolSize = 2)
    static Task<Void> send(Mutex<Radio> radio, String packet) {
        // Javadoc of sync.Mutex
        try (var guard = await(radio.lock())) {
            await(guard.get().send(packet)); // nobody else uses the radio meanwhile
        }
        // end
        return Task.done();
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> look(Radio radio, RwLock<int[]> table) {
        // Javadoc of sync.RwLock
        // in each of many tasks
        try (var guard = await(table.read())) {
            await(radio.send(guard.get()[0])); // nobody changes it meanwhile
        }
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> change(Sensor sensor, RwLock<int[]> table) {
        // Javadoc of sync.RwLock
        // in the one that changes it
        try (var guard = await(table.write())) {
            guard.get()[0] = await(sensor.read());
        }
        // end
        return Task.done();
    }

    @AsyncTask(poolSize = 3)
    static Task<Void> download(Semaphore connections, int file) {
        // Javadoc of sync.Semaphore
        try (var connection = await(connections.acquire())) { // with 2 permits: the third task waits here
            print("file " + file + " begins");
            await(Timer.afterMillis(5));
        }
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> refused(Semaphore connections) {
        // Javadoc of sync.SemaphoreClosedException
        try (var connection = await(connections.acquire())) {
            print("connected");
        } catch (SemaphoreClosedException end) {
            print("no more connections");
        }
        // end
        return Task.done();
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> axis(Barrier start, String name, long millis) {
        // Javadoc of sync.Barrier
        await(Timer.afterMillis(millis)); // to its own position
        if (await(start.arrive())) {
            print("both axes are there"); // said by the last one
        }
        print(name + " moves");
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> setUp(OnceLock<Radio> radio) {
        // Javadoc of sync.OnceLock
        // in the task that sets it up
        await(Timer.afterMillis(30)); // until the chip is awake
        radio.set(new Radio());
        // end
        return Task.done();
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> greet(OnceLock<Radio> radio, String packet) {
        // Javadoc of sync.OnceLock
        // in each task that uses it
        await(await(radio.get()).send(packet));
        // end
        return Task.done();
    }

    // Javadoc of sync.LazyLock
    static final LazyLock<int[]> SINES = LazyLock.of(() -> table(256)); // made when first asked for
    // end

    static int[] table(int size) {
        print("a table of " + size);
        return new int[size];
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> play() {
        // Javadoc of sync.LazyLock

        int[] sines = await(SINES.get()); // in any task
        // end
        print("plays " + sines.length);
        return Task.done();
    }

    @AsyncTask
    static Task<Void> ring(Notification pressed) {
        for (int i = 0; i < 2; i++) {
            // Javadoc of sync.Notification
            // in the task that answers the door
            await(pressed.notified());
            print("ding dong");
            // end
        }
        return Task.done();
    }

    @AsyncTask
    static Task<Void> button(Notification pressed) {
        // Javadoc of sync.Notification
        // in the button's interrupt: kept, if that task is not waiting yet
        pressed.notifyOne();
        // end
        await(Timer.afterMillis(10));
        pressed.notifyOne();
        return Task.done();
    }

    @AsyncTask
    static Task<Void> measure(Sensor sensor, CancellationToken token) {
        // Javadoc of sync.CancellationToken
        // in each task that is to stop
        for (; ; ) {
            var r = await(select(token.cancelled(), sensor.read()));
            if (r.isFirst()) {
                print("stopped");
                return Task.done();
            }
            print("measured " + r.second().getAsInt());
        }
        // end
    }

    @AsyncTask
    static Task<Void> powerDown(CancellationToken token) {
        await(Timer.afterMillis(25));
        // Javadoc of sync.CancellationToken
        // in the task that stops them all
        token.cancel();
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> stop(Semaphore connections) {
        connections.close();
        return Task.done();
    }

    public static void main(String[] args) {
        Board.run(spawner -> {
            Mutex<Radio> radio = Mutex.local(new Radio());
            spawner.spawn(send(radio, "hello"));
            spawner.spawn(send(radio, "world"));
        });
        Board.run(spawner -> {
            RwLock<int[]> table = RwLock.local(new int[] {7});
            spawner.spawn(look(new Radio(), table));
            spawner.spawn(change(new Sensor(1, 8), table));
            spawner.spawn(look(new Radio(), table));
        });
        Board.run(spawner -> {
            Semaphore connections = Semaphore.local(2);
            for (int i = 1; i <= 3; i++) {
                spawner.spawn(download(connections, i));
            }
        });
        Board.run(spawner -> {
            Semaphore connections = Semaphore.local(0);
            spawner.spawn(refused(connections));
            spawner.spawn(stop(connections));
        });
        Board.run(spawner -> {
            Barrier start = Barrier.local(2);
            spawner.spawn(axis(start, "x", 3));
            spawner.spawn(axis(start, "y", 9));
        });
        Board.run(spawner -> {
            OnceLock<Radio> radio = OnceLock.local();
            spawner.spawn(greet(radio, "hello"));
            spawner.spawn(setUp(radio));
            spawner.spawn(greet(radio, "again"));
        });
        Board.run(spawner -> {
            spawner.spawn(play());
            spawner.spawn(play());
        });
        Board.run(spawner -> {
            Notification pressed = Notification.local();
            spawner.spawn(button(pressed));
            spawner.spawn(ring(pressed));
        });
        Board.run(spawner -> {
            CancellationToken token = CancellationToken.local();
            spawner.spawn(measure(new Sensor(10, 20), token.child()));
            spawner.spawn(powerDown(token));
        });
    }
}
