// SPDX-License-Identifier: Apache-2.0
package examples;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.executor.Executor;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;

/** What the examples run on: devices that take their time and say what they do, and a clock that does not. */
final class Board {
    private Board() {}

    /** Runs tasks until they have ended. */
    static void run(Executor.Init tasks) {
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.run(tasks);
        }
    }

    /** Says something. */
    static void print(Object text) {
        System.out.println(text);
    }

    /** Said by a device that does not answer. */
    static final class BusException extends Exception {
        private static final long serialVersionUID = 1;

        BusException(String message) {
            super(message);
        }
    }

    /** Measures: each reading is one more than the one before. */
    static final class Sensor {
        private final long millis;
        private int next;

        Sensor(long millis, int first) {
            this.millis = millis;
            this.next = first;
        }

        @Async
        Future.OfInt read() {
            await(Timer.afterMillis(millis));
            return Future.ready(next++);
        }

        @Async
        Future<String> label() {
            return Future.ready("sensor says " + await(read()));
        }
    }

    /** A sensor on a bus, whose first attempts fail. */
    static final class Flash {
        private int failures;

        Flash(int failures) {
            this.failures = failures;
        }

        @Async
        Future.OfInt readId() throws BusException {
            await(Timer.afterMillis(1));
            if (failures-- > 0) {
                throw new BusException("no answer");
            }
            return Future.ready(0xEF40);
        }

        @Async
        Future<String> readSerial() throws BusException {
            return Future.ready("no. " + await(readId()));
        }
    }

    /** Sends over the air, 2 ms a packet. */
    static final class Radio {
        @Async
        Future<Void> send(Object packet) {
            await(Timer.afterMillis(2));
            print("sent " + packet);
            return Future.done();
        }
    }

    /** A serial port that gets a line now and then. */
    static final class Uart {
        private final byte[] line;
        private int lines;

        Uart(String line, int lines) {
            this.line = line.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            this.lines = lines;
        }

        /** Reads bytes into a buffer; -1 at the end. */
        @Async
        Future.OfInt read(byte[] buffer) {
            await(Timer.afterMillis(5));
            if (lines-- == 0) {
                return Future.ready(-1);
            }
            System.arraycopy(line, 0, buffer, 0, line.length);
            return Future.ready(line.length);
        }
    }

    /** Shows lines, and counts them. */
    static final class Display {
        private int lines;

        int show(String line) {
            print(line);
            return ++lines;
        }
    }
}
