// SPDX-License-Identifier: Apache-2.0
package examples;

import static dev.pollen.Pollen.await;
import static examples.Board.print;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.sync.*;
import dev.pollen.time.Ticker;
import dev.pollen.time.Timer;
import examples.Board.Radio;
import examples.Board.Sensor;

/** What has forms without boxes: the test compiles and runs this for {@code Integer}, {@code int} and {@code long}. */
final class Forms {
    private Forms() {}

    @AsyncTask
    static Task<Void> measure(Sensor sensor, Channel<Integer> samples) {
        for (int i = 0; i < 3; i++) {
            // Javadoc of sync.Channel
            // in the task that measures: waits while the radio is behind
            await(samples.send(await(sensor.read())));
            // end
        }
        samples.close();
        return Task.done();
    }

    @AsyncTask
    static Task<Void> transmit(Radio radio, Channel<Integer> samples) {
        // Javadoc of sync.Channel
        // in the task that transmits
        try {
            for (; ; ) {
                await(radio.send(await(samples.receive())));
            }
        } catch (ChannelClosedException end) {
            print("all is sent");
        }
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> reserve(Sensor sensor, Channel<Integer> samples) {
        // Javadoc of sync.SendReservation
        try (var slot = await(samples.reserveSend())) { // first room, then a sample that is fresh
            slot.commit(await(sensor.read()));
        }
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> deliver(Radio radio, Channel<Integer> samples) {
        // Javadoc of sync.ReceiveReservation
        try (var sample = await(samples.reserveReceive())) {
            await(radio.send(sample.value())); // where this fails or is cancelled, the sample goes back to its place
            sample.commit();
        }
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> steer(Signal<Integer> position) {
        for (int i = 0; i < 3; i++) {
            // Javadoc of sync.Signal
            // in the task that steers: where the joystick is now, not where it was
            print("rudder " + await(position.take()));
            await(Timer.afterMillis(20)); // until the rudder is there
            // end
        }
        return Task.done();
    }

    @AsyncTask
    static Task<Void> joystick(Signal<Integer> position) {
        for (int i = 1; i <= 4; i++) {
            // Javadoc of sync.Signal
            // in the joystick's task, or its interrupt: never waits
            position.signal(10 * i);
            // end
            await(Timer.afterMillis(15));
        }
        return Task.done();
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> heat(String room, Watch<Integer> wanted) {
        var receiver = wanted.receiver();
        // Javadoc of sync.WatchReceiver
        try {
            for (; ; ) {
                print(room + " to " + await(receiver.changed()) + " degrees");
                await(Timer.afterMillis(10)); // what is sent meanwhile is seen after it, the latest alone
            }
        } catch (ChannelClosedException end) {
            print(room + " off");
        }
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> thermostat(Watch<Integer> wanted) {
        // Javadoc of sync.Watch
        // in each task that heats a room
        var receiver = wanted.receiver();
        print("now " + await(receiver.get()) + " degrees");
        print("warm: " + await(receiver.changedIf(degrees -> degrees > 20)) + " degrees");
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> turn(Watch<Integer> wanted) {
        for (Ticker ticker = Ticker.everyMillis(4); !wanted.isClosed(); ) {
            await(ticker.next());
            // Javadoc of sync.Watch
            // in the thermostat's task: never waits
            wanted.modify(degrees -> degrees + 1);
            // end
            if (wanted.tryGetOr(0) > 21) {
                wanted.close();
            }
        }
        return Task.done();
    }

    public static void main(String[] args) {
        Board.run(spawner -> {
            Channel<Integer> samples = Channel.local(2);
            spawner.spawn(measure(new Sensor(1, 20), samples));
            spawner.spawn(transmit(new Radio(), samples));
        });
        Board.run(spawner -> {
            Channel<Integer> samples = Channel.local(1);
            spawner.spawn(reserve(new Sensor(1, 30), samples));
            spawner.spawn(deliver(new Radio(), samples));
        });
        Board.run(spawner -> {
            Signal<Integer> position = Signal.local();
            spawner.spawn(steer(position));
            spawner.spawn(joystick(position));
        });
        Board.run(spawner -> {
            Watch<Integer> wanted = Watch.local(18);
            spawner.spawn(heat("kitchen", wanted));
            spawner.spawn(heat("bath", wanted));
            spawner.spawn(thermostat(wanted));
            spawner.spawn(turn(wanted));
        });
    }
}
