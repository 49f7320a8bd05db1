// SPDX-License-Identifier: Apache-2.0
package dev.pollen.soak;

import dev.pollen.Future;
import dev.pollen.sync.ChannelClosedException;
import dev.pollen.sync.Pipe;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bytes through a pipe: each writer counts its own up, so that a reader that is alone sees that none is lost, doubled or
 * overtaken; several readers get as many as were written.
 */
final class PipeGame extends Game {
    private static final int WRITERS = 2;
    private static final int EACH = 600;

    /** A byte is the writer and the lower bits of a number. */
    private static final int NUMBERS = 64;

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger gone = new AtomicInteger();
    private boolean alone;
    private boolean clears;
    private boolean closesEarly;
    private Pipe pipe;

    PipeGame(Fault fault) {
        super(fault);
    }

    @Override
    Actor[] begin(Dice dice, boolean local) {
        alone = dice.once(2);
        clears = dice.once(4);
        closesEarly = dice.once(4);
        int capacity = 1 + dice.below(8);
        pipe = local ? Pipe.local(capacity) : Pipe.of(capacity);
        int readers = alone ? 1 : 2;
        Actor[] actors = new Actor[WRITERS + readers + 1];
        for (int i = 0; i < actors.length; i++) {
            actors[i] = i < WRITERS
                    ? new Writer(dice.another(), i)
                    : i < WRITERS + readers ? new Reader(dice.another()) : new Watcher(dice.another());
        }
        return actors;
    }

    @Override
    void end() {
        check(gone.get() == written.get() && pipe.isEmpty(), "bytes were lost or doubled");
        check(pipe.isClosed(), "it was not closed");
    }

    private final class Writer extends Actor {
        private final Pipe.Write write = new Pipe.Write();
        private final byte[] bytes = new byte[8];
        private final int number;
        private int next;
        private boolean all;
        private boolean closed;

        Writer(Dice dice, int number) {
            super(dice);
            this.number = number;
        }

        @Override
        boolean isDone() {
            return closed || next == EACH;
        }

        @Override
        Future<?> next() {
            if (closesEarly && dice.once(200)) {
                pipe.close();
            }
            int length = Math.min(1 + dice.below(bytes.length), EACH - next);
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (number * NUMBERS + (next + i) % NUMBERS);
            }
            all = false;
            switch (dice.below(4)) {
                case 3:
                    wrote(pipe.tryWriteAll(bytes, 0, length) ? length : 0);
                    return null;
                case 0:
                    wrote(pipe.tryWrite(bytes, 0, length));
                    return null;
                case 1:
                    return pipe.write$in(bytes, 0, length, write);
                default:
                    all = true;
                    return pipe.writeAll$in(bytes, 0, length, write);
            }
        }

        @Override
        void took() {
            wrote(write.getAsInt());
        }

        @Override
        void missed() {
            if (all) {
                wrote(write.written());
            }
        }

        @Override
        void failed(RuntimeException thrown) {
            if (!(thrown instanceof ChannelClosedException)) {
                throw thrown;
            }
            missed();
            closed = true;
        }

        private void wrote(int count) {
            next += count;
            if (count != 0 && written.addAndGet(count) == WRITERS * EACH) {
                pipe.close();
            }
        }
    }

    private final class Reader extends Actor {
        private final Pipe.Read read = new Pipe.Read();
        private final byte[] bytes = new byte[8];
        private final int[] expected = new int[WRITERS];
        private boolean over;
        private boolean fills;

        Reader(Dice dice) {
            super(dice);
        }

        @Override
        boolean isDone() {
            return over;
        }

        @Override
        Future<?> next() {
            if (clears && dice.once(100)) {
                gone.addAndGet(pipe.clear());
            }
            fills = alone && dice.once(3);
            if (fills) {
                return pipe.fill$in(read);
            }
            int length = 1 + dice.below(bytes.length);
            if (dice.once(4)) {
                got(pipe.tryRead(bytes, 0, length));
                return null;
            }
            return pipe.read$in(bytes, 0, length, read);
        }

        @Override
        void took() {
            int count = read.getAsInt();
            if (fills && count > 0) {
                count = Math.min(count, bytes.length);
                for (int i = 0; i < count; i++) {
                    bytes[i] = pipe.peek(i);
                }
                pipe.consume(count);
            }
            got(count);
        }

        private void got(int count) {
            over = count < 0;
            for (int i = 0; i < count; i++) {
                if (!plants(Fault.LOST)) {
                    got(bytes[i]);
                }
                if (plants(Fault.DOUBLED)) {
                    got(bytes[i]);
                }
                if (plants(Fault.REORDERED)) {
                    got((byte) (bytes[i] + 1));
                }
            }
        }

        private void got(byte value) {
            gone.incrementAndGet();
            int writer = value / NUMBERS;
            // What is dropped is not seen, and what another reader takes is not either.
            if (alone && !clears) {
                check(value % NUMBERS == expected[writer], "a byte was lost, doubled or overtaken");
                expected[writer] = (expected[writer] + 1) % NUMBERS;
            }
        }
    }

    /** Waits until the pipe is full, again and again. */
    private final class Watcher extends Actor {
        private final Pipe.Full full = new Pipe.Full();
        private boolean closed;

        Watcher(Dice dice) {
            super(dice);
        }

        @Override
        boolean isDone() {
            return closed;
        }

        @Override
        Future<?> next() {
            return pipe.waitFull$in(full);
        }

        @Override
        void took() {}

        @Override
        void failed(RuntimeException thrown) {
            if (!(thrown instanceof ChannelClosedException)) {
                throw thrown;
            }
            closed = true;
        }
    }
}
