// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.testing.Budget;
import dev.pollen.testing.Events;
import dev.pollen.testing.Parties;
import dev.pollen.testing.Threads;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comments name the scenarios of Embassy's pipe tests. */
final class PipeTest {
    private static final String CLOSED = "ChannelClosedException: the channel is closed";

    private final Events events = new Events();

    static Stream<IntFunction<Pipe>> forms() {
        return Stream.of(Pipe::of, Pipe::local);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int write(Pipe pipe, String text) {
        return pipe.tryWrite(bytes(text), 0, text.length());
    }

    private static String read(Pipe pipe, int atMost) {
        byte[] into = new byte[atMost];
        int count = pipe.tryRead(into, 0, atMost);
        return count < 0 ? "end" : new String(into, 0, count, StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void writing_once(IntFunction<Pipe> form) {
        Pipe pipe = form.apply(3);
        assertEquals(1, write(pipe, "a"));
        assertEquals(2, pipe.freeCapacity());
        assertEquals(1, pipe.size());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void writing_when_full(IntFunction<Pipe> form) {
        Pipe pipe = form.apply(3);
        assertEquals(3, write(pipe, "abcd"));
        assertTrue(pipe.isFull());
        assertEquals(0, write(pipe, "e"));
    }

    /** Embassy's try_write_all. */
    @ParameterizedTest
    @MethodSource("forms")
    void allIsWrittenAtOnceOrNothing(IntFunction<Pipe> form) {
        Pipe pipe = form.apply(3);
        byte[] bytes = {1, 2, 3, 4};
        assertFalse(pipe.tryWriteAll(bytes, 0, 4));
        assertEquals(0, pipe.size());
        Future.OfInt reader = pipe.read(new byte[4]);
        events.poll("reader", reader);
        assertTrue(pipe.tryWriteAll(bytes, 1, 2));
        events.poll("reader", reader);
        assertTrue(pipe.tryWriteAll(bytes, 0, 3));
        assertFalse(pipe.tryWriteAll(bytes, 0, 1));
        assertTrue(pipe.tryWriteAll(bytes, 0, 0));
        pipe.close();
        assertFalse(pipe.tryWriteAll(bytes, 0, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> pipe.tryWriteAll(bytes, 2, 3));
        events.expect("reader pending", "reader woken", "reader ready 2");
    }

    /** write_read_across_rollover, write_all_across_rollover. */
    @ParameterizedTest
    @MethodSource("forms")
    void write_read_across_rollover(IntFunction<Pipe> form) {
        Pipe pipe = form.apply(2);
        assertEquals(1, write(pipe, "a"));
        assertEquals("a", read(pipe, 2));
        assertEquals(2, write(pipe, "bc"));
        assertEquals("b", read(pipe, 1));
        assertEquals(1, write(pipe, "de"));
        assertEquals("cd", read(pipe, 9));
    }

    /** receiving_once, receiving_when_empty, simple, async receive. */
    // Embassy: pipe: receiving_once, receiving_when_empty, simple_send_and_receive,
    // receiver_receives_given_try_write_async
    @ParameterizedTest
    @MethodSource("forms")
    void aReaderWaitsForTheFirstByte(IntFunction<Pipe> form) {
        Pipe pipe = form.apply(4);
        assertEquals("", read(pipe, 4));
        byte[] into = new byte[3];
        Future.OfInt read = pipe.read(into);
        events.poll("read", read);
        events.poll("write", pipe.write(bytes("ab"), 0, 2));
        events.poll("read", read);
        assertEquals("ab\0", new String(into, StandardCharsets.US_ASCII));
        assertTrue(pipe.isEmpty());
        events.expect("read pending", "read woken", "write ready 2", "read ready 2");
    }

    /** async write completes. */
    // Embassy: pipe: sender_send_completes_if_capacity
    @ParameterizedTest
    @MethodSource("forms")
    void aWriterWaitsForRoom(IntFunction<Pipe> form) {
        Pipe pipe = form.apply(2);
        write(pipe, "ab");
        Future.OfInt write = pipe.write(bytes("cde"), 0, 3);
        events.poll("write", write);
        assertEquals("a", read(pipe, 1));
        events.poll("write", write);
        assertEquals("bc", read(pipe, 9));
        events.expect("write pending", "write woken", "write ready 1");
    }

    /** read_buf: fill_buf is repeatable, then consume. */
    @Test
    void read_buf() {
        Pipe pipe = Pipe.of(3);
        Future.OfInt fill = pipe.fill();
        events.poll("fill", fill);
        write(pipe, "abc");
        events.poll("fill", fill);
        events.poll("fill", pipe.fill());
        assertEquals('a', pipe.peek(0));
        assertEquals('c', pipe.peek(2));
        assertThrows(IndexOutOfBoundsException.class, () -> pipe.peek(3));
        assertThrows(IndexOutOfBoundsException.class, () -> pipe.peek(-1));
        pipe.consume(2);
        write(pipe, "d");
        assertEquals('d', pipe.peek(1));
        assertEquals(
                "the pipe has not 3 bytes to consume; fill() says how many there are",
                assertThrows(IndexOutOfBoundsException.class, () -> pipe.consume(3))
                        .getMessage());
        assertEquals("cd", read(pipe, 9));
        events.expect("fill pending", "fill woken", "fill ready 3", "fill ready 3");
    }

    /** Embassy D5: a writer that waits while the reader looks is not woken by consume. */
    @Test
    void consumeWakesTheWriter() {
        Pipe pipe = Pipe.of(1);
        write(pipe, "a");
        events.poll("fill", pipe.fill());
        Future.OfInt write = pipe.write(bytes("b"), 0, 1);
        events.poll("write", write);
        events.poll("write", write);
        pipe.consume(1);
        events.poll("write", write);
        events.expect("fill ready 1", "write pending", "write pending", "write woken", "write ready 1");
    }

    @Test
    void aWriteOfAllKeepsItsTurn() {
        Pipe pipe = Pipe.of(2);
        Future.OfInt all = pipe.writeAll(bytes("abcde"));
        Future.OfInt other = pipe.write(bytes("x"), 0, 1);
        events.poll("all", all);
        events.poll("other", other);
        assertEquals("a", read(pipe, 1));
        assertEquals(0, write(pipe, "y"));
        events.poll("all", all);
        assertEquals("bc", read(pipe, 2));
        events.poll("all", all);
        events.poll("other", other);
        assertEquals("de", read(pipe, 2));
        events.poll("other", other);
        assertEquals("x", read(pipe, 2));
        events.expect(
                "all pending",
                "other pending",
                "all woken",
                "all pending",
                "all woken",
                "all ready 5",
                "other pending",
                "other woken",
                "other ready 1");
    }

    @Test
    void aWriteOfAllSaysHowMuchItHadWritten() {
        Pipe pipe = Pipe.of(2);
        Pipe.Write slot = new Pipe.Write();
        events.poll("all", pipe.writeAll$in(bytes("abcde"), slot));
        Future.OfInt other = pipe.write(bytes("x"), 0, 1);
        events.poll("other", other);
        slot.cancel();
        assertEquals(2, slot.written());
        assertEquals("ab", read(pipe, 2));
        events.poll("other", other);
        events.expect("all pending", "other pending", "other woken", "other ready 1");
    }

    @Test
    void aWokenReaderIsNotOvertaken() {
        Pipe pipe = Pipe.of(4);
        byte[] into = new byte[4];
        Future.OfInt a = pipe.read(into, 0, 1);
        Future.OfInt b = pipe.read(into, 1, 3);
        events.poll("a", a);
        events.poll("b", b);
        write(pipe, "xy");
        assertEquals("", read(pipe, 9));
        events.poll("c", pipe.read(new byte[1]));
        events.poll("a", a);
        // The rest is for the next in line.
        assertEquals("", read(pipe, 9));
        events.poll("b", b);
        events.expect("a pending", "b pending", "a woken", "c pending", "b woken", "a ready 1", "b ready 1");
        assertEquals("xy", new String(into, 0, 2, StandardCharsets.US_ASCII));
    }

    @Test
    void aCancelledReaderPassesItsTurnOn() {
        Pipe pipe = Pipe.of(4);
        Future.OfInt a = pipe.read(new byte[4]);
        Future.OfInt b = pipe.read(new byte[4]);
        events.poll("a", a);
        events.poll("b", b);
        write(pipe, "xy");
        a.cancel();
        events.poll("b", b);
        events.expect("a pending", "b pending", "a woken", "b woken", "b ready 2");
        // And a writer.
        write(pipe, "full");
        Future.OfInt c = pipe.write(bytes("1"), 0, 1);
        Future.OfInt d = pipe.write(bytes("2"), 0, 1);
        events.poll("c", c);
        events.poll("d", d);
        assertEquals("f", read(pipe, 1));
        c.cancel();
        events.poll("d", d);
        events.expect("c pending", "d pending", "c woken", "d woken", "d ready 1");
    }

    @Test
    void clearLetsWritersGoOnAndReadersWait() {
        Pipe pipe = Pipe.of(2);
        Future.OfInt read = pipe.read(new byte[2]);
        events.poll("read", read);
        write(pipe, "ab");
        Future.OfInt write = pipe.write(bytes("c"), 0, 1);
        events.poll("write", write);
        assertEquals(2, pipe.clear());
        events.poll("read", read);
        events.poll("write", write);
        events.poll("read", read);
        events.expect(
                "read pending",
                "read woken",
                "write pending",
                "write woken",
                "read pending",
                "read woken",
                "write ready 1",
                "read ready 1");
    }

    // Embassy: wait_full (no test upstream)
    @Test
    void waitingUntilItIsFull() {
        Pipe pipe = Pipe.of(2);
        Future<Void> full = pipe.waitFull();
        Future<Void> gone = pipe.waitFull();
        events.poll("full", full);
        events.poll("gone", gone);
        gone.cancel();
        write(pipe, "a");
        write(pipe, "b");
        events.poll("full", full);
        events.poll("now", pipe.waitFull());
        pipe.clear();
        Future<Void> never = pipe.waitFull();
        events.poll("never", never);
        pipe.close();
        events.poll("never", never);
        events.expect(
                "full pending",
                "gone pending",
                "full woken",
                "full ready",
                "now ready",
                "never pending",
                "never woken",
                "never threw " + CLOSED);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readersDrainAClosedPipe(IntFunction<Pipe> form) {
        Pipe pipe = form.apply(2);
        write(pipe, "ab");
        Future.OfInt write = pipe.write(bytes("c"), 0, 1);
        Future.OfInt all = pipe.writeAll(bytes("d"));
        events.poll("write", write);
        events.poll("all", all);
        pipe.close();
        assertTrue(pipe.isClosed());
        assertEquals(0, write(pipe, "e"));
        events.poll("write", write);
        events.poll("all", all);
        events.poll("late", pipe.write(bytes("f"), 0, 1));
        assertEquals("ab", read(pipe, 9));
        assertEquals("end", read(pipe, 9));
        events.poll("read", pipe.read(new byte[1]));
        events.poll("fill", pipe.fill());
        events.expect(
                "write pending",
                "all pending",
                "write woken",
                "all woken",
                "write threw " + CLOSED,
                "all threw " + CLOSED,
                "late threw " + CLOSED,
                "read ready -1",
                "fill ready -1");
    }

    @Test
    void readersThatWaitLearnOfTheEndOneAfterTheOther() {
        Pipe pipe = Pipe.of(2);
        Future.OfInt a = pipe.read(new byte[1]);
        Future.OfInt b = pipe.read(new byte[1]);
        events.poll("a", a);
        events.poll("b", b);
        pipe.close();
        events.poll("a", a);
        events.poll("b", b);
        events.expect("a pending", "b pending", "a woken", "b woken", "a ready -1", "b ready -1");
    }

    @Test
    void aWriteOfAllThatIsClosedHalfWay() {
        Pipe pipe = Pipe.of(2);
        Pipe.Write slot = new Pipe.Write();
        events.poll("all", pipe.writeAll$in(bytes("abc"), slot));
        pipe.close();
        events.poll("all", slot);
        assertEquals(2, slot.written());
        events.expect("all pending", "all woken", "all threw " + CLOSED);
    }

    @Test
    void nothingIsReadAndWrittenAtOnce() {
        Pipe pipe = Pipe.of(1);
        events.poll("waits", pipe.read(new byte[1]));
        events.poll("read", pipe.read(new byte[0]));
        write(pipe, "a");
        events.poll("full", pipe.write(bytes("b"), 0, 1));
        events.poll("write", pipe.writeAll(new byte[0]));
        events.expect("waits pending", "read ready 0", "waits woken", "full pending", "write ready 0");
    }

    @Test
    void withoutBudgetTheTurnIsKept() {
        Pipe pipe = Pipe.of(2);
        write(pipe, "a");
        byte[] into = new byte[2];
        Future.OfInt read = pipe.read(into);
        events.poll("read", read, new Budget(events.waker("read"), 0));
        assertEquals("", read(pipe, 1));
        write(pipe, "b");
        events.poll("read", read);
        events.expect("read woken", "read pending", "read ready 2");
    }

    @Test
    void misuseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Pipe.of(0));
        Pipe pipe = Pipe.of(1);
        assertEquals(
                "an array of 2 bytes has no 2 from 1 on",
                assertThrows(IndexOutOfBoundsException.class, () -> pipe.read(new byte[2], 1, 2))
                        .getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> pipe.write(new byte[2], -1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> pipe.writeAll(new byte[2], 1, Integer.MAX_VALUE));
        assertThrows(IndexOutOfBoundsException.class, () -> pipe.tryRead(new byte[2], 0, -1));
        events.poll("read", new Pipe.Read());
        events.poll("write", new Pipe.Write());
        events.poll("full", new Pipe.Full());
        events.expect(
                "read threw IllegalStateException: Pipe.read(bytes) was polled before it was placed in its slot",
                "write threw IllegalStateException: Pipe.write(bytes) was polled before it was placed in its slot",
                "full threw IllegalStateException: Pipe.waitFull() was polled before it was placed in its slot");
        assertFalse(pipe.isClosed());
    }

    /** The bytes come out as they went in, whoever is cancelled: a write of all may leave a part. */
    @ParameterizedTest
    @MethodSource("dev.pollen.sync.ChannelSimulationTest#seeds")
    void randomHistories(long seed) {
        Random random = new Random(seed);
        Parties parties = new Parties(random, seed % 2 == 0 ? 0 : 4);
        Pipe pipe = Pipe.of(1 + random.nextInt(5));
        byte[] read = new byte[1];
        int[] next = {0};
        int[] expected = {0};
        // One writer at a time, so that the bytes can be numbered.
        Pipe.Write slot = new Pipe.Write();
        boolean[] writing = {false};
        for (int step = 0; step < 500; step++) {
            switch (random.nextInt(7)) {
                case 0, 1 -> {
                    if (!writing[0]) {
                        byte[] numbers = new byte[1 + random.nextInt(6)];
                        for (int i = 0; i < numbers.length; i++) {
                            numbers[i] = (byte) (next[0] + i);
                        }
                        writing[0] = true;
                        Future.OfInt write = random.nextBoolean()
                                ? pipe.writeAll$in(numbers, slot)
                                : pipe.write$in(numbers, 0, numbers.length, slot);
                        parties.start(
                                write,
                                count -> {
                                    next[0] += count;
                                    writing[0] = false;
                                },
                                true);
                    }
                }
                case 2 -> {
                    if (writing[0] && parties.cancel(slot)) {
                        next[0] += slot.written();
                        writing[0] = false;
                    }
                }
                case 3, 4 -> {
                    byte[] into = new byte[1 + random.nextInt(4)];
                    parties.start(pipe.read(into), count -> {
                        for (int i = 0; i < count; i++) {
                            assertEquals((byte) expected[0]++, into[i]);
                        }
                    });
                }
                case 5 -> {
                    if (random.nextBoolean()) {
                        parties.cancelOther(slot);
                    }
                }
                default -> parties.runOne();
            }
        }
        parties.cancelOther(slot);
        parties.runAll();
        if (writing[0] && parties.cancel(slot)) {
            next[0] += slot.written();
        }
        parties.cancelAll();
        while (pipe.tryRead(read, 0, 1) == 1) {
            assertEquals((byte) expected[0]++, read[0]);
        }
        assertEquals(next[0], expected[0]);
        assertEquals(pipe.capacity(), write(pipe, "xxxxxx"));
    }

    @Test
    @Timeout(120)
    void betweenThreadsTheBytesStayInOrder() throws Exception {
        int total = 200_000;
        Pipe pipe = Pipe.of(13);
        Threads.run(
                () -> {
                    Random random = new Random(1);
                    int next = 0;
                    while (next < total) {
                        byte[] numbers = new byte[Math.min(1 + random.nextInt(30), total - next)];
                        for (int i = 0; i < numbers.length; i++) {
                            numbers[i] = (byte) (next + i);
                        }
                        if (random.nextInt(4) == 0) {
                            Pipe.Write slot = new Pipe.Write();
                            pipe.writeAll$in(numbers, slot).poll(Context.of(() -> {}));
                            slot.cancel();
                            next += slot.written();
                        } else {
                            next += Threads.await(pipe.writeAll(numbers));
                        }
                    }
                    pipe.close();
                },
                () -> {
                    Random random = new Random(2);
                    int next = 0;
                    byte[] into = new byte[40];
                    for (; ; ) {
                        Future.OfInt read = pipe.read(into, 0, 1 + random.nextInt(40));
                        int count;
                        if (random.nextInt(4) == 0) {
                            if (read.poll(Context.of(() -> {})) == Poll.PENDING) {
                                read.cancel();
                                continue;
                            }
                            count = read.getAsInt();
                        } else {
                            count = Threads.await(read);
                        }
                        if (count < 0) {
                            assertEquals(total, next);
                            return;
                        }
                        for (int i = 0; i < count; i++) {
                            assertEquals((byte) next++, into[i]);
                        }
                    }
                });
    }
}
