// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import dev.pollen.Waker;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import org.junit.jupiter.api.Test;

/** Two threads write lines while a third one reads: each line is read once and whole, and the reader is woken for it. */
final class LogRingInterleavingsTest {
    /** Two lines, one from each writer. */
    static final class WriteAgainstRead extends Scenario {
        private final LogRing ring = new LogRing(64);
        private final Flag flag = new Flag();
        private final int[] seen = new int[2];

        @Override
        protected Scenario fresh() {
            return new WriteAgainstRead();
        }

        @Override
        protected void execute() throws Exception {
            Thread one = start(0);
            Thread two = start(1);
            boolean readAll = read();
            one.join();
            two.join();
            check(readAll || flag.raised, "the reader was not woken");
            read();
            check(seen[0] == 1 && seen[1] == 1, "a line was lost or doubled");
            check(ring.written() == 2 && ring.lost() == 0, "the lines were not counted");
        }

        /** Reads what is there; whether that was all. */
        private boolean read() {
            for (; ; ) {
                flag.raised = false;
                int length = ring.next(flag);
                if (length < 0) {
                    return seen[0] + seen[1] == 2;
                }
                int writer = ring.get(ring.first());
                check(length == 2 && ring.get(ring.first() + 1) == writer + 10, "a line is torn");
                seen[writer]++;
                ring.consume(length);
            }
        }

        @Override
        protected void execute(int thread) {
            long start = ring.reserve(2);
            ring.put(start, thread);
            ring.put(start + 1, thread + 10);
            ring.release(start);
        }
    }

    private static final class Flag implements Waker {
        private volatile boolean raised;

        @Override
        public void wake() {
            raised = true;
        }
    }

    @Test
    void eachLineIsReadOnce() {
        Interleavings.of(WriteAgainstRead.class, 600).hold();
    }

    @Test
    void aPlaceThatIsReservedTwiceIsFound() {
        Interleavings.of(WriteAgainstRead.class, 600)
                .find("", Mutation.in(LogRing.class, "reserve").leaveOut("enter"));
    }

    @Test
    void aLineThatWakesNobodyIsFound() {
        Interleavings.of(WriteAgainstRead.class, 600)
                .find(
                        "the reader was not woken",
                        Mutation.in(LogRing.class, "release").leaveOut("wake"));
    }
}
