// SPDX-License-Identifier: Apache-2.0
package examples;

import static dev.pollen.Pollen.await;
import static examples.Board.print;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.sync.Broadcast;
import dev.pollen.sync.Channel;
import dev.pollen.sync.ChannelClosedException;
import dev.pollen.sync.LaggedException;
import dev.pollen.sync.OneShot;
import dev.pollen.sync.Pipe;
import dev.pollen.sync.PriorityChannel;
import dev.pollen.sync.PubSubChannel;
import dev.pollen.sync.RpcService;
import dev.pollen.sync.Subscriber;
import dev.pollen.sync.ZeroCopyChannel;
import dev.pollen.time.Timer;
import examples.Board.Display;
import examples.Board.Radio;
import examples.Board.Sensor;
import examples.Board.Uart;

/** What carries messages, bytes and calls. */
final class Messages {
    private Messages() {}

    @AsyncTask
    static Task<Void> alarm(PriorityChannel<String> packets) {
        // Javadoc of sync.PriorityChannel
        await(packets.send("temperature 21"));
        await(packets.send("smoke", 9)); // leaves before all of a lower rank
        packets.removeIf(packet -> packet.startsWith("temperature"));
        // end
        await(packets.send("temperature 60"));
        await(packets.send("door open", 5));
        packets.close();
        return Task.done();
    }

    @AsyncTask
    static Task<Void> transmit(Radio radio, Channel<String> packets) {
        // Javadoc of sync.ChannelClosedException
        try {
            for (; ; ) {
                await(radio.send(await(packets.receive())));
            }
        } catch (ChannelClosedException end) {
            print("nothing more will come, and nothing is left");
        }
        // end
        return Task.done();
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> logger(String name, PubSubChannel<Integer> readings) {
        // Javadoc of sync.PubSubChannel
        // in each task that wants them all
        try (var all = readings.subscribe()) {
            for (; ; ) {
                print(name + " " + await(all.next()));
            }
        } catch (ChannelClosedException end) {
            print(name + " has them all");
        }
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> publisher(PubSubChannel<Integer> readings) {
        for (int i = 1; i <= 2; i++) {
            // Javadoc of sync.PubSubChannel
            // in the task that measures: waits for the slowest of them
            await(readings.publish(20 + i));
            // end
        }
        readings.close();
        return Task.done();
    }

    @AsyncTask
    static Task<Void> screen(Broadcast<String> log) {
        // Javadoc of sync.Broadcast
        // in each task that shows the log, as far as it keeps up
        var lines = log.subscribe();
        for (; ; ) {
            try {
                print(await(lines.next()));
            } catch (LaggedException gap) {
                print(".. " + gap.missed() + " lines ..");
            } catch (ChannelClosedException end) {
                break;
            }
        }
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> boot(Broadcast<String> log) {
        await(Timer.afterMillis(1));
        for (String step : new String[] {"clock", "radio", "display"}) {
            // Javadoc of sync.Broadcast
            // in any task: never waits
            log.send(step + " is up");
            // end
        }
        log.close();
        return Task.done();
    }

    @Async
    static Future<Void> newest(Subscriber<String> lines) {
        // Javadoc of sync.Subscriber
        try (lines) { // leaves when it is closed
            print(lines.available() + " to read");
            for (String line = lines.tryNextKept(); line != null; line = lines.tryNextKept()) {
                print(line);
            }
            print("and then: " + await(lines.nextKept())); // what was dropped is passed over in silence
        }
        // end
        return Future.done();
    }

    @Async
    static Future<Void> gap(Subscriber<String> lines) {
        // Javadoc of sync.LaggedException
        try {
            print(await(lines.next()));
        } catch (LaggedException gap) {
            print("missed " + gap.missed() + ", going on with " + await(lines.next()));
        }
        // end
        return Future.done();
    }

    @AsyncTask
    static Task<Void> receive(Uart uart, ZeroCopyChannel<byte[]> frames) {
        // Javadoc of sync.ZeroCopyChannel
        // in the task that receives: the port writes into the buffer that the other task reads
        try (var slot = await(frames.send())) {
            if (await(uart.read(slot.value())) > 0) {
                slot.sendDone();
            }
        }
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> handle(ZeroCopyChannel<byte[]> frames) {
        // Javadoc of sync.ZeroCopyChannel
        // in the task that handles what was received
        try (var slot = await(frames.receive())) {
            print("frame of type " + (char) slot.value()[0]);
            slot.receiveDone();
        }
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> bytes(Uart uart, Pipe bytes, byte[] buffer) {
        // Javadoc of sync.Pipe
        // in the port's task
        for (int n; (n = await(uart.read(buffer))) > 0; ) {
            await(bytes.writeAll(buffer, 0, n)); // waits while the buffer is full
        }
        bytes.close();
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> parse(Pipe bytes, byte[] buffer) {
        // Javadoc of sync.Pipe
        // in the parser's
        for (int n; (n = await(bytes.read(buffer))) >= 0; ) {
            print(n + " bytes");
        }
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> calibrate(Sensor sensor, OneShot<Integer> offset) {
        // Javadoc of sync.OneShot
        // in the task that calibrates
        offset.send(await(sensor.read())); // false, if nobody wants it any more
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> useOffset(OneShot<Integer> offset) {
        // Javadoc of sync.OneShot
        // in the task that asked for it
        print("offset " + await(offset.receive()));
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> own(Display display, RpcService<Display> displays) {
        // Javadoc of sync.RpcService
        // in the task that owns the display
        await(displays.serve(display));
        // end
        return Task.done();
    }

    @AsyncTask
    static Task<Void> show(RpcService<Display> displays) {
        // Javadoc of sync.RpcService
        // in any other task
        int lines = await(displays.call(display -> display.show("hello")));
        // end
        print(lines + " line");
        displays.close();
        return Task.done();
    }

    @AsyncTask
    static Task<Void> readLate(Subscriber<String> late, Subscriber<String> later, Broadcast<String> log) {
        await(gap(late));
        log.send("spoke");
        await(newest(later));
        return Task.done();
    }

    @AsyncTask
    static Task<Void> speak(Broadcast<String> log) {
        await(Timer.afterMillis(1));
        log.send("spoke again");
        return Task.done();
    }

    public static void main(String[] args) {
        Board.run(spawner -> {
            PriorityChannel<String> packets = PriorityChannel.local(4);
            spawner.spawn(alarm(packets));
            spawner.spawn(transmit(new Radio(), packets));
        });
        Board.run(spawner -> {
            PubSubChannel<Integer> readings = PubSubChannel.local(1);
            spawner.spawn(logger("card", readings));
            spawner.spawn(logger("cloud", readings));
            spawner.spawn(publisher(readings));
        });
        Board.run(spawner -> {
            Broadcast<String> log = Broadcast.local(2);
            spawner.spawn(screen(log));
            spawner.spawn(boot(log));
        });
        Board.run(spawner -> {
            Broadcast<String> log = Broadcast.local(1);
            var late = log.subscribe();
            var later = log.subscribe();
            log.send("one");
            log.send("two");
            spawner.spawn(readLate(late, later, log));
            spawner.spawn(speak(log));
        });
        Board.run(spawner -> {
            ZeroCopyChannel<byte[]> frames = ZeroCopyChannel.local(new byte[2][16]);
            spawner.spawn(receive(new Uart("A1", 1), frames));
            spawner.spawn(handle(frames));
        });
        Board.run(spawner -> {
            Pipe bytes = Pipe.local(4);
            spawner.spawn(bytes(new Uart("hello", 2), bytes, new byte[8]));
            spawner.spawn(parse(bytes, new byte[8]));
        });
        Board.run(spawner -> {
            OneShot<Integer> offset = OneShot.local();
            spawner.spawn(calibrate(new Sensor(1, 3), offset));
            spawner.spawn(useOffset(offset));
        });
        Board.run(spawner -> {
            RpcService<Display> displays = RpcService.local();
            spawner.spawn(own(new Display(), displays));
            spawner.spawn(show(displays));
        });
    }
}
