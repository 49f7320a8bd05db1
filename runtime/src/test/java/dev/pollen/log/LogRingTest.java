// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.testing.Threads;
import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lines wrap at every place of the ring, and those that find no room are missed where they are missing, exactly. */
final class LogRingTest {
    private static final Pattern LOST = Pattern.compile("(\\d+) lines? lost here");
    private static final String FORMAT = "thread {} line {} {}";

    private final VirtualClock clock = new VirtualClock();

    /** Each length of line, over each place of the ring: the length, the head and the text lie over the end once each. */
    // Embassy: hal-internal, atomic_ring_buffer: push_pop, zero_len, push_slices, push_and_reset
    @Test
    void linesWrapAtEveryOffset() {
        Logger log = Logger.of(64, clock);
        for (int length = 0; length < 50; length++) {
            String text = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".substring(0, length);
            for (int offset = 0; offset < 64; offset++) {
                // An empty line has an odd number of bytes, so it leads everywhere.
                while ((log.ring().first() & 63) != offset) {
                    log.info("{}", "");
                    assertEquals("", Decoded.only(log, "{}"));
                }
                log.info("{}", text);
                assertEquals(text, Decoded.only(log, "{}"), "at " + offset);
            }
        }
        assertEquals(0, log.lost());
    }

    @Test
    void lossesAreCountedWhereTheyAre() {
        long seed = 20;
        Random random = new Random(seed);
        Logger log = Logger.of(128, clock);
        List<String> expected = new ArrayList<>();
        List<String> decoded = new ArrayList<>();
        long lostBefore = 0;
        int gap = 0;
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(8) == 0) {
                decoded.addAll(Decoded.text(log, "{} {}"));
                if (gap > 0) {
                    expected.add(lost(gap));
                    gap = 0;
                }
            }
            String text = "x".repeat(random.nextInt(40));
            log.info("{} {}", i, text);
            if (log.lost() > lostBefore) {
                lostBefore = log.lost();
                gap++;
            } else {
                if (gap > 0) {
                    expected.add(lost(gap));
                    gap = 0;
                }
                expected.add("      0.000000 INFO  " + i + " " + text);
            }
        }
        decoded.addAll(Decoded.text(log, "{} {}"));
        if (gap > 0) {
            expected.add(lost(gap));
        }
        assertEquals(expected, decoded);
        assertTrue(log.lost() > 1_000 && log.written() > 1_000, "both happen");
    }

    private static String lost(int count) {
        return " ".repeat(21) + count + (count == 1 ? " line lost here" : " lines lost here");
    }

    @Test
    void fourThreadsWriteWhatIsDecodedOrLost() throws Exception {
        int lines = 20_000;
        Logger log = Logger.of(1024, clock);
        List<String> decoded = new ArrayList<>();
        Threads.Body[] bodies = new Threads.Body[5];
        int[] running = {4};
        for (int t = 0; t < 4; t++) {
            int thread = t;
            bodies[t] = () -> {
                for (int i = 0; i < lines; i++) {
                    log.info(FORMAT, thread, i, "x".repeat(i % 30));
                    if (i % 64 == 0) {
                        Thread.yield();
                    }
                }
                synchronized (running) {
                    running[0]--;
                }
            };
        }
        bodies[4] = () -> {
            boolean over = false;
            while (!over) {
                synchronized (running) {
                    over = running[0] == 0;
                }
                decoded.addAll(Decoded.text(log, FORMAT));
            }
        };
        Threads.run(bodies);
        long[] next = new long[4];
        long lost = 0;
        long good = 0;
        for (String line : decoded) {
            Matcher count = LOST.matcher(line);
            if (count.find()) {
                lost += Long.parseLong(count.group(1));
                continue;
            }
            String[] words = line.substring(21).split(" ", -1);
            int thread = Integer.parseInt(words[1]);
            int number = Integer.parseInt(words[3]);
            assertTrue(number >= next[thread], "in order");
            assertEquals(number % 30, words[4].length(), line);
            next[thread] = number + 1;
            good++;
        }
        assertEquals(4L * lines, good + lost);
        assertEquals(good, log.written());
        assertEquals(lost, log.lost());
    }

    @Test
    void aLineThatIsBegunHoldsBackThoseBehindItOnly() {
        Logger log = Logger.of(256, clock);
        log.info("before");
        int id = "interrupted".hashCode();
        long start = LogWriter.begin(log, Level.INFO.ordinal(), id, 0);
        log.info("interrupt");
        assertEquals(List.of("      0.000000 INFO  before"), Decoded.text(log, "before"));
        LogWriter.end(log, start);
        assertEquals(
                List.of("      0.000000 INFO  interrupted", "      0.000000 INFO  interrupt"),
                Decoded.text(log, "interrupted", "interrupt"));
    }

    @Test
    void sizesThatAreNoneAreRefused() {
        for (int size : new int[] {0, 32, 63, 65, 96, -128, Integer.MIN_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> Logger.of(size, clock), () -> "size " + size);
        }
    }
}
