// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.testing.Budget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories of one channel, with tasks that run first woken, first polled, and are cancelled anywhere. */
final class ChannelSimulationTest {
    private static final int STEPS = 400;

    private final List<Integer> sent = new ArrayList<>();
    private final List<Integer> received = new ArrayList<>();
    private final Deque<Party> ready = new ArrayDeque<>();
    private final List<Party> alive = new ArrayList<>();
    private Channel<Integer> channel;
    private Random random;
    private int next;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostDoubledOrReordered(long seed) {
        simulate(seed, 0);
        assertEquals(sent, received);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostOrDoubledWithoutBudget(long seed) {
        simulate(seed, 4);
        // Whoever has no budget stands in line again while others take later values.
        Collections.sort(sent);
        Collections.sort(received);
        assertEquals(sent, received);
    }

    private void simulate(long seed, int broke) {
        random = new Random(seed);
        channel = Channel.of(1 + random.nextInt(4));
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(10)) {
                case 0, 1 -> {
                    // A receiver that has its value may take it later than a newcomer takes the next one; not here.
                    runAll(broke);
                    start(new Party(channel.receive(), -1));
                    runAll(broke);
                }
                case 2, 3 -> {
                    int value = next++;
                    start(new Party(channel.send(value), value));
                }
                case 4 -> cancel();
                case 5 -> trySend();
                case 6 -> {
                    runAll(broke);
                    tryReceive();
                }
                default -> runOne(broke);
            }
        }
        while (!alive.isEmpty()) {
            cancel();
        }
        while (tryReceive()) {
            continue;
        }
        assertTrue(channel.trySend(next));
    }

    private void start(Party party) {
        alive.add(party);
        party.wake();
    }

    private void cancel() {
        if (!alive.isEmpty()) {
            Party party = alive.remove(random.nextInt(alive.size()));
            ready.remove(party);
            party.future.cancel();
        }
    }

    private void trySend() {
        if (channel.trySend(next)) {
            sent.add(next);
        }
        next++;
    }

    private boolean tryReceive() {
        Integer value = channel.tryReceive();
        if (value != null) {
            received.add(value);
        }
        return value != null;
    }

    private void runAll(int broke) {
        while (!ready.isEmpty()) {
            runOne(broke);
        }
    }

    private void runOne(int broke) {
        Party party = ready.poll();
        if (party != null) {
            boolean rich = broke == 0 || random.nextInt(broke) != 0;
            party.run(rich ? 1 : 0);
        }
    }

    private final class Party implements Waker {
        private final Future<?> future;
        private final int value;
        private int polls;
        private boolean poor;

        Party(Future<?> future, int value) {
            this.future = future;
            this.value = value;
        }

        @Override
        public void wake() {
            if (!ready.contains(this)) {
                ready.add(this);
            }
        }

        void run(int budget) {
            poor |= budget == 0;
            if (future.poll(new Budget(this, budget)) == Poll.PENDING) {
                polls++;
                assertTrue(poor || polls == 1, "woken for nothing");
                return;
            }
            alive.remove(this);
            if (value < 0) {
                received.add((Integer) future.take());
            } else {
                sent.add(value);
            }
        }
    }
}
