// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Future;
import dev.pollen.Waker;
import dev.pollen.annotations.CancelUnsafe;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Bytes from writers to readers, in order, through a buffer of fixed size.
 *
 * <pre>{@code
 * // in the port's task
 * for (int n; (n = await(uart.read(buffer))) > 0; ) {
 *     await(bytes.writeAll(buffer, 0, n)); // waits while the buffer is full
 * }
 * bytes.close();
 *
 * // in the parser's
 * for (int n; (n = await(bytes.read(buffer))) >= 0; ) {
 *     print(n + " bytes");
 * }
 * }</pre>
 *
 * <p>Readers take turns, and so do writers, each in the order of their first polls. A {@linkplain #writeAll write of all}
 * keeps its turn until its last byte is in the buffer, so that it is not mixed with others.
 *
 * <p><b>Looking first.</b> {@link #fill} waits for bytes and leaves them there; {@link #peek} looks at them and {@link
 * #consume} takes them. That is for a pipe with one reader.
 *
 * <p><b>Closing.</b> Writers fail at once, with {@link ChannelClosedException}. Readers get the bytes that are there; then
 * the end, which is -1.
 *
 * <p><b>Cancel safety.</b> A read that is cancelled has read nothing, a write has written nothing. {@link #writeAll} may have
 * written a part.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future and its array are used by one task at a time.
 *
 * <p><b>Allocation.</b> The buffer, when it is made; then nothing, where the futures are awaited directly.
 *
 * <p><b>Errors.</b> {@link ChannelClosedException} at the await of a write, once it is closed; the end of the bytes is
 * no error. An array that has no such part is an {@link IndexOutOfBoundsException}. What is {@code local} throws
 * {@link IllegalStateException} where another executor or thread uses it.
 */
public final class Pipe extends Passage implements AutoCloseable {
    private final ByteRing bytes;
    private final Turn<TurnWaiter<Pipe>> readers = new Turn<>();
    private final Turn<TurnWaiter<Pipe>> writers = new Turn<>();
    private final WaitList<Full> watchers = new WaitList<>();
    private boolean closed;

    private Pipe(Access access, int capacity) {
        super(access);
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "the capacity of a pipe is at least 1, not ".concat(Integer.toString(capacity)));
        }
        bytes = new ByteRing(capacity);
    }

    /**
     * Names this pipe, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public Pipe named(String name) {
        access.name(name);
        return this;
    }

    /**
     * A pipe that is safe between threads.
     *
     * @param capacity how many bytes fit in, at least 1
     * @return an empty pipe
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public static Pipe of(int capacity) {
        return new Pipe(new SharedAccess("Pipe"), capacity);
    }

    /**
     * A pipe that belongs to one executor: the first that uses it.
     *
     * @param capacity how many bytes fit in, at least 1
     * @return an empty pipe; from elsewhere its methods and futures throw {@link IllegalStateException}
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public static Pipe local(int capacity) {
        return new Pipe(new LocalAccess("Pipe"), capacity);
    }

    /**
     * Reads into a whole array, see {@link #read(byte[], int, int)}.
     *
     * @param into where the bytes go
     * @return a future of how many were read
     */
    @Placed(slot = Read.class, by = "read$in")
    public Future.OfInt read(byte[] into) {
        return read$in(into, new Read());
    }

    /**
     * {@link #read(byte[])} in a slot.
     *
     * @param into where the bytes go
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Read read$in(byte[] into, Read slot) {
        return read$in(into, 0, into.length, slot);
    }

    /**
     * Reads what is there, at least one byte; waits while there is none.
     *
     * @param into where the bytes go, when the future is complete
     * @param offset where in the array
     * @param length how many at most; with 0 the future is ready at once
     * @return a future of how many were read; -1 when the pipe is closed and empty
     * @throws IndexOutOfBoundsException if the array has no such part
     */
    @Placed(slot = Read.class, by = "read$in")
    public Future.OfInt read(byte[] into, int offset, int length) {
        return read$in(into, offset, length, new Read());
    }

    /**
     * {@link #read(byte[], int, int)} in a slot.
     *
     * @param into where the bytes go
     * @param offset where in the array
     * @param length how many at most
     * @param slot a slot that is not in use
     * @return the slot
     * @throws IndexOutOfBoundsException if the array has no such part
     */
    public Read read$in(byte[] into, int offset, int length, Read slot) {
        check(into, offset, length);
        slot.place(this, into, offset, length);
        return slot;
    }

    /**
     * Waits until there is something to read, and leaves it there.
     *
     * @return a future of how many bytes there are; -1 when the pipe is closed and empty
     */
    @Placed(slot = Read.class, by = "fill$in")
    public Future.OfInt fill() {
        return fill$in(new Read());
    }

    /**
     * {@link #fill} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Read fill$in(Read slot) {
        slot.place(this, null, 0, 1);
        return slot;
    }

    /**
     * Writes what there is room for, at least one byte; waits while there is none.
     *
     * @param from the bytes; they are read when the future is complete
     * @param offset where in the array
     * @param length how many at most; with 0 the future is ready at once
     * @return a future of how many were written; it fails with {@link ChannelClosedException} when the pipe is closed
     * @throws IndexOutOfBoundsException if the array has no such part
     */
    @Placed(slot = Write.class, by = "write$in")
    public Future.OfInt write(byte[] from, int offset, int length) {
        return write$in(from, offset, length, new Write());
    }

    /**
     * {@link #write} in a slot.
     *
     * @param from the bytes
     * @param offset where in the array
     * @param length how many at most
     * @param slot a slot that is not in use
     * @return the slot
     * @throws IndexOutOfBoundsException if the array has no such part
     */
    public Write write$in(byte[] from, int offset, int length, Write slot) {
        check(from, offset, length);
        slot.place(this, from, offset, length);
        slot.begin(false);
        return slot;
    }

    /**
     * Writes a whole array, see {@link #writeAll(byte[], int, int)}.
     *
     * @param from the bytes
     * @return a future of how many were written: all
     */
    @CancelUnsafe
    @Placed(slot = Write.class, by = "writeAll$in")
    public Future.OfInt writeAll(byte[] from) {
        return writeAll$in(from, new Write());
    }

    /**
     * {@link #writeAll(byte[])} in a slot.
     *
     * @param from the bytes
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Write writeAll$in(byte[] from, Write slot) {
        return writeAll$in(from, 0, from.length, slot);
    }

    /**
     * Writes all of some bytes, as many at a time as there is room for. Cancelled half-way it has written a part.
     *
     * @param from the bytes; they are read as there is room for them
     * @param offset where in the array
     * @param length how many
     * @return a future of how many were written: all; it fails with {@link ChannelClosedException} when the pipe is closed
     * @throws IndexOutOfBoundsException if the array has no such part
     */
    @CancelUnsafe
    @Placed(slot = Write.class, by = "writeAll$in")
    public Future.OfInt writeAll(byte[] from, int offset, int length) {
        return writeAll$in(from, offset, length, new Write());
    }

    /**
     * {@link #writeAll(byte[], int, int)} in a slot.
     *
     * @param from the bytes
     * @param offset where in the array
     * @param length how many
     * @param slot a slot that is not in use
     * @return the slot
     * @throws IndexOutOfBoundsException if the array has no such part
     */
    public Write writeAll$in(byte[] from, int offset, int length, Write slot) {
        check(from, offset, length);
        slot.place(this, from, offset, length);
        slot.begin(true);
        return slot;
    }

    private static void check(byte[] array, int offset, int length) {
        if ((offset | length | array.length - offset - length) < 0) {
            throw new IndexOutOfBoundsException("an array of "
                    .concat(Integer.toString(array.length))
                    .concat(" bytes has no ")
                    .concat(Integer.toString(length))
                    .concat(" from ")
                    .concat(Integer.toString(offset))
                    .concat(" on"));
        }
    }

    /**
     * Reads what is there. Never overtakes a reader that waits.
     *
     * @param into where the bytes go
     * @param offset where in the array
     * @param length how many at most
     * @return how many were read; 0 if there are none; -1 when the pipe is closed and empty
     * @throws IndexOutOfBoundsException if the array has no such part
     */
    public int tryRead(byte[] into, int offset, int length) {
        check(into, offset, length);
        int read;
        access.enter();
        try {
            if (!readers.isFree()) {
                return 0;
            }
            read = closed && bytes.isEmpty() ? -1 : bytes.get(into, offset, length);
        } finally {
            access.exit();
        }
        passOn();
        return read;
    }

    /**
     * Writes what there is room for. Never overtakes a writer that waits.
     *
     * @param from the bytes
     * @param offset where in the array
     * @param length how many at most
     * @return how many were written; 0 if there is no room, or if the pipe {@linkplain #isClosed is closed}
     * @throws IndexOutOfBoundsException if the array has no such part
     */
    public int tryWrite(byte[] from, int offset, int length) {
        check(from, offset, length);
        int written;
        access.enter();
        try {
            if (closed || !writers.isFree()) {
                return 0;
            }
            written = bytes.put(from, offset, length);
        } finally {
            access.exit();
        }
        passOn();
        return written;
    }

    /**
     * Writes all, if there is room for all. Never overtakes a writer that waits.
     *
     * @param from the bytes
     * @param offset where in the array
     * @param length how many
     * @return whether they were written; false if there is no room, or if the pipe {@linkplain #isClosed is closed}:
     *     then none was
     * @throws IndexOutOfBoundsException if the array has no such part
     */
    public boolean tryWriteAll(byte[] from, int offset, int length) {
        check(from, offset, length);
        access.enter();
        try {
            if (closed || !writers.isFree() || bytes.capacity() - bytes.size() < length) {
                return false;
            }
            bytes.put(from, offset, length);
        } finally {
            access.exit();
        }
        passOn();
        return true;
    }

    /**
     * One of the bytes that are there; it stays.
     *
     * @param index 0 for the one that would be read next
     * @return the byte
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public byte peek(int index) {
        access.enter();
        try {
            if (index >= 0 && index < bytes.size()) {
                return bytes.at(index);
            }
        } finally {
            access.exit();
        }
        throw new IndexOutOfBoundsException("the pipe has no byte ".concat(Integer.toString(index)));
    }

    /**
     * Takes bytes that were looked at, and lets writers go on.
     *
     * @param count how many
     * @throws IndexOutOfBoundsException if there are not so many
     */
    public void consume(int count) {
        boolean enough;
        access.enter();
        try {
            enough = count >= 0 && count <= bytes.size();
            if (enough) {
                bytes.skip(count);
            }
        } finally {
            access.exit();
        }
        if (!enough) {
            throw new IndexOutOfBoundsException("the pipe has not "
                    .concat(Integer.toString(count))
                    .concat(" bytes to consume; fill() says how many there are"));
        }
        passOn();
    }

    /**
     * Drops the bytes that are there, and lets writers go on.
     *
     * @return how many were dropped
     */
    public int clear() {
        int dropped;
        access.enter();
        try {
            dropped = bytes.size();
            bytes.skip(dropped);
        } finally {
            access.exit();
        }
        passOn();
        return dropped;
    }

    /**
     * Waits until the buffer is full.
     *
     * @return a future that is ready when it is, or was since the first poll; it fails with {@link
     *     ChannelClosedException} when the pipe is closed
     */
    @Placed(slot = Full.class, by = "waitFull$in")
    public Future<Void> waitFull() {
        return waitFull$in(new Full());
    }

    /**
     * {@link #waitFull} in a slot.
     *
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Full waitFull$in(Full slot) {
        slot.place(this);
        return slot;
    }

    /**
     * How many bytes fit in.
     *
     * @return what the pipe was made with
     */
    public int capacity() {
        return bytes.capacity();
    }

    /**
     * How many bytes are there.
     *
     * @return from 0 to {@link #capacity}
     */
    public int size() {
        access.enter();
        try {
            return bytes.size();
        } finally {
            access.exit();
        }
    }

    /**
     * How many bytes there is room for.
     *
     * @return from 0 to {@link #capacity}
     */
    public int freeCapacity() {
        return capacity() - size();
    }

    /**
     * Whether there is nothing to read.
     *
     * @return whether {@link #size} is 0
     */
    public boolean isEmpty() {
        return size() == 0;
    }

    /**
     * Whether there is no room.
     *
     * @return whether {@link #freeCapacity} is 0
     */
    public boolean isFull() {
        return freeCapacity() == 0;
    }

    /** Closes the pipe and wakes all that wait. A second call does nothing. */
    @Override
    public void close() {
        access.enter();
        try {
            closed = true;
        } finally {
            access.exit();
        }
        passOn();
    }

    /**
     * Whether {@link #close} was called; there may be bytes left.
     *
     * @return true from the first close on
     */
    public boolean isClosed() {
        access.enter();
        try {
            return closed;
        } finally {
            access.exit();
        }
    }

    @Override
    @Nullable
    Waker next() {
        Waker waker = null;
        if (bytes.isFull() || closed) {
            Full watcher = watchers.removeFirst();
            waker = watcher == null ? null : closed ? watcher.sentAway() : watcher.granted();
        }
        if (waker == null && closed) {
            waker = writers.sendAway();
        }
        if (waker == null && (!bytes.isEmpty() || closed)) {
            waker = readers.next();
        }
        if (waker == null && !closed && !bytes.isFull()) {
            waker = writers.next();
        }
        return waker;
    }

    /** The future of {@link Pipe#read} and {@link Pipe#fill}, and its slot. */
    public static final class Read extends PipeWaiter implements Future.OfInt {
        private int count;

        /** An empty slot. */
        public Read() {}

        @Override
        public int getAsInt() {
            checkDone();
            return count;
        }

        @Override
        Turn<TurnWaiter<Pipe>> turn() {
            return passage.readers;
        }

        @Override
        boolean canGoOn() {
            return !passage.bytes.isEmpty() || passage.closed || left == 0;
        }

        @Override
        byte claim() {
            return canTake() ? GRANTED : PLACED;
        }

        @Override
        @Nullable
        Waker complete() {
            Pipe of = passage;
            byte[] into = bytes;
            if (!canGoOn()) {
                // All was dropped meanwhile: on, with the turn.
                end(PLACED);
                return null;
            }
            if (of.bytes.isEmpty() && left != 0) {
                count = -1;
            } else {
                count = into == null ? of.bytes.size() : of.bytes.get(into, offset, left);
            }
            endTurn(DONE);
            return null;
        }

        @Override
        String name() {
            return "Pipe.read(bytes)";
        }

        @Override
        @Nullable
        String wanted() {
            Pipe of = passage;
            return of == null ? null : of.access.titled().concat(" empty");
        }
    }

    /** The future of {@link Pipe#write} and {@link Pipe#writeAll}, and its slot. */
    public static final class Write extends PipeWaiter implements Future.OfInt {
        private int count;
        private boolean all;

        /** An empty slot. */
        public Write() {}

        private void begin(boolean whole) {
            all = whole;
            count = 0;
        }

        /**
         * How many bytes are written, also after {@link #cancel} and an exception.
         *
         * @return how many so far
         */
        public int written() {
            return count;
        }

        @Override
        public int getAsInt() {
            checkDone();
            return count;
        }

        @Override
        Turn<TurnWaiter<Pipe>> turn() {
            return passage.writers;
        }

        @Override
        boolean canGoOn() {
            return !passage.bytes.isFull() || passage.closed || left == 0;
        }

        @Override
        byte claim() {
            if (passage.closed) {
                return FAILED;
            }
            return canTake() ? GRANTED : PLACED;
        }

        @Override
        @Nullable
        Waker complete() {
            Pipe of = passage;
            if (of.closed) {
                endTurn(FAILED);
                return null;
            }
            int put = of.bytes.put(bytes, offset, left);
            count += put;
            offset += put;
            left -= put;
            if (all && left != 0) {
                // On, with the turn.
                end(PLACED);
            } else {
                endTurn(DONE);
            }
            return null;
        }

        @Override
        String name() {
            return all ? "Pipe.writeAll(bytes)" : "Pipe.write(bytes)";
        }

        @Override
        @Nullable
        String wanted() {
            Pipe of = passage;
            return of == null ? null : of.access.titled().concat(" full");
        }
    }

    /** The future of {@link Pipe#waitFull}, and its slot. */
    public static final class Full extends Waiter implements Future<Void> {
        private @Nullable Pipe pipe;

        /** An empty slot. */
        public Full() {}

        private void place(Pipe of) {
            placed();
            pipe = of;
        }

        @Override
        public @Nullable Void get() {
            checkDone();
            return null;
        }

        @Override
        @Nullable
        Access access() {
            Pipe of = pipe;
            return of == null ? null : of.access;
        }

        @Override
        boolean seemsThere() {
            return pipe.bytes.isFull();
        }

        @Override
        byte claim() {
            if (pipe.closed) {
                return FAILED;
            }
            return seemsThere() ? GRANTED : PLACED;
        }

        @Override
        void enqueue() {
            pipe.watchers.add(this);
        }

        @Override
        void dequeue() {
            pipe.watchers.remove(this);
        }

        @Override
        @Nullable
        Waker complete() {
            end(DONE);
            return null;
        }

        @Override
        @Nullable
        Waker handOn() {
            return null;
        }

        @Override
        void letGo() {
            pipe = null;
        }

        @Override
        RuntimeException failure() {
            return ChannelClosedException.INSTANCE;
        }

        @Override
        String name() {
            return "Pipe.waitFull()";
        }

        @Override
        @Nullable
        String wanted() {
            Pipe of = pipe;
            return of == null ? null : of.access.titled().concat(" not full");
        }
    }
}
