// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.executor.Executor;
import dev.pollen.log.console.LogConsole;
import dev.pollen.sync.Notification;
import dev.pollen.testing.Events;
import dev.pollen.testing.Threads;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Draining: asleep while there is nothing, in the background, and to the last line. */
final class LogDrainTest {
    private final VirtualClock clock = new VirtualClock();
    private final Logger log = Logger.of(4096, clock);
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final Executor executor = Executor.on(clock);

    private List<String> text() {
        return Decoded.text(sent.toByteArray(), "a", "b", "c").stream()
                .map(line -> line.substring(15))
                .toList();
    }

    private Future<Void> send(byte[] bytes, int from, int count) {
        sent.write(bytes, from, count);
        return Future.done();
    }

    @Test
    void itSleepsUntilTheFirstLineInAnEmptyRing() {
        LogDrain.start(executor.spawner(), log, this::send);
        executor.runUntilStalled();
        long polls = executor.polls();
        executor.runUntilStalled();
        assertEquals(polls, executor.polls(), "no poll without a line");
        log.info("a");
        log.info("b");
        executor.runUntilStalled();
        assertEquals(polls + 1, executor.polls(), "one wake for two lines");
        assertEquals(List.of("INFO  a", "INFO  b"), text());
    }

    @Test
    void aLineOfAnotherThreadWakesIt() {
        LogDrain.start(executor.spawner(), log, this::send);
        executor.runUntilStalled();
        Threads.elsewhere(() -> log.info("c"));
        executor.runUntilStalled();
        assertEquals(List.of("INFO  c"), text());
    }

    @Test
    void aRunEndsWithoutItAndTheRestIsSentLast() {
        executor.run(spawner -> {
            LogDrain.start(spawner, log, new LogSink() {
                @Override
                public Future<Void> write(byte[] bytes, int from, int count) {
                    return send(bytes, from, count);
                }

                @Override
                public void writeLast(byte[] bytes, int from, int count) {
                    send(bytes, from, count);
                }
            });
            spawner.spawn(Task.of(new Future<Void>() {
                private final Future<Void> timer = Timer.afterMillis(5);

                @Override
                public Poll poll(Context cx) {
                    log.info("a");
                    Poll poll = timer.poll(cx);
                    if (poll == Poll.READY) {
                        log.info("b");
                    }
                    return poll;
                }

                @Override
                public Void get() {
                    log.info("c");
                    return null;
                }

                @Override
                public void cancel() {}
            }));
        });
        assertEquals(List.of("INFO  a", "INFO  a", "INFO  b", "INFO  c"), text());
    }

    @Test
    void aStopEndsItLastSoThatCleanUpIsHeard() {
        executor.run(spawner -> {
            LogConsole.start(spawner, log, new PrintStream(sent, true, StandardCharsets.UTF_8));
            spawner.spawn(Task.of(new Future<Void>() {
                @Override
                public Poll poll(Context cx) {
                    cx.waker();
                    executor.stop();
                    return Poll.PENDING;
                }

                @Override
                public Void get() {
                    return null;
                }

                @Override
                public void cancel() {
                    log.warn("cleaned up, {} left", 3);
                }
            }));
        });
        assertEquals(
                "      0.000000 WARN  cleaned up, 3 left" + System.lineSeparator(),
                sent.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whileTheSinkIsSlowLinesWaitAndThenAreLost() {
        Notification ready = Notification.local();
        List<byte[]> writes = new ArrayList<>();
        Logger small = Logger.of(64, clock);
        LogDrain.start(executor.spawner(), small, (bytes, from, count) -> {
            writes.add(Arrays.copyOfRange(bytes, from, from + count));
            return ready.notified();
        });
        executor.runUntilStalled();
        small.info("a");
        executor.runUntilStalled();
        assertEquals(1, writes.size());
        for (int i = 0; i < 20; i++) {
            small.info("b");
        }
        executor.runUntilStalled();
        assertEquals(1, writes.size(), "one write at a time");
        long lost = small.lost();
        assertTrue(lost > 0);
        for (int i = 0; i < 3; i++) {
            ready.notifyOne();
            executor.runUntilStalled();
        }
        writes.forEach(sent::writeBytes);
        List<String> lines = text();
        assertEquals("INFO  a", lines.get(0));
        assertEquals("      " + lost + " lines lost here", lines.get(lines.size() - 1));
        assertEquals(21 - lost, lines.size() - 1);
    }

    @Test
    void aLineThatIsLongerThanTheRingIsMissedAtOnce() {
        Logger small = Logger.of(64, clock);
        LogDrain.start(executor.spawner(), small, this::send);
        executor.runUntilStalled();
        small.info("a{}", "x".repeat(60));
        executor.runUntilStalled();
        assertEquals(List.of("      1 line lost here"), text());
    }

    @Test
    void whatIsUnderWayWhenItEndsIsHandedOverAgain() {
        executor.run(spawner -> {
            log.info("a");
            LogDrain.start(spawner, log, new LogSink() {
                @Override
                public Future<Void> write(byte[] bytes, int from, int count) {
                    return Notification.local().notified();
                }

                @Override
                public void writeLast(byte[] bytes, int from, int count) {
                    send(bytes, from, count);
                }
            });
            executor.spawner().spawn(Task.of(Timer.afterMillis(1)));
        });
        assertEquals(List.of("INFO  a"), text());
    }

    @Test
    void oneReadsAtATime() {
        Events events = new Events();
        byte[] buffer = new byte[Logger.BUFFER_BYTES];
        Future.OfInt first = log.read(buffer);
        events.poll("first", first);
        events.poll("second", log.read(buffer));
        events.expect(
                "first pending",
                "second threw IllegalStateException: two read the lines of one logger: each would get a part of them. Let one"
                        + " task read, and hand on");
        first.cancel();
        log.info("a");
        events.expect();
        Future.OfInt third = log.read(buffer);
        events.poll("third", third);
        events.expect("third ready " + third.getAsInt());
        events.poll("third", third);
        events.expect(
                "third threw IllegalStateException: Logger.read(..) was polled after completion; it ends once, call"
                        + " the method again");
        assertThrows(IllegalArgumentException.class, () -> log.read(new byte[100]));
    }

    @Test
    void aReadIsPlacedAgainAndWokenOnce() {
        Events events = new Events();
        byte[] buffer = new byte[Logger.BUFFER_BYTES];
        LogRead slot = new LogRead();
        log.read$in(buffer, slot);
        events.poll("read", slot);
        log.info("a");
        log.info("b");
        events.expect("read pending", "read woken");
        assertThrows(IllegalStateException.class, () -> log.read$in(buffer, slot));
        events.poll("read", slot);
        events.forget();
        sent.write(buffer, 0, slot.getAsInt());
        assertEquals(List.of("INFO  a", "INFO  b"), text());
        log.read$in(buffer, slot);
        slot.cancel();
        slot.cancel();
        events.poll("read", slot);
        events.expect(
                "read threw IllegalStateException: Logger.read(..) was polled after cancel; call the method again");
    }

    @Test
    void aReadSpendsBudgetOnlyWhereThereAreLines() {
        int[] spent = {0};
        boolean[] left = {true};
        Context cx = new Context() {
            @Override
            public dev.pollen.Waker waker() {
                return () -> spent[0] += 100;
            }

            @Override
            public boolean spend() {
                spent[0]++;
                return left[0];
            }
        };
        Future.OfInt read = log.read(new byte[Logger.BUFFER_BYTES]);
        assertEquals(Poll.PENDING, read.poll(cx));
        assertEquals(0, spent[0]);
        log.info("a");
        assertEquals(100, spent[0], "woken by the line");
        left[0] = false;
        assertEquals(Poll.PENDING, read.poll(cx));
        assertEquals(201, spent[0], "woken for another turn");
        left[0] = true;
        assertEquals(Poll.READY, read.poll(cx));
        assertTrue(read.getAsInt() > 0, "and has kept its lines");
    }

    @Test
    void aConsolePrintsUnwovenLines() {
        executor.run(spawner -> {
            LogConsole.start(spawner, log, new PrintStream(sent, true, StandardCharsets.UTF_8));
            log.info("{:04x} from {}", 0xbeef, "here");
        });
        assertEquals(
                "      0.000000 INFO  beef from here" + System.lineSeparator(), sent.toString(StandardCharsets.UTF_8));
        assertFalse(log.keepFormats().text("{:04x} from {}".hashCode()) == null);
    }

    @Test
    void aDumpSaysWhatTheDrainWaitsFor() {
        LogDrain.start(executor.spawner(), log, this::send);
        executor.runUntilStalled();
        assertTrue(executor.dump().contains("the next log line"), executor.dump());
    }
}
