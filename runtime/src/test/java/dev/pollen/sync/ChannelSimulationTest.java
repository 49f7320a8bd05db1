// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.testing.Parties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of one channel beside a model of it, with tasks that are cancelled anywhere. Each value that leaves is
 * the oldest of the model, also where values were reserved and came back; nothing is lost or doubled.
 */
final class ChannelSimulationTest {
    private static final int STEPS = 400;

    /** The values that are there, by the order of their sends. */
    private final TreeMap<Integer, Integer> model = new TreeMap<>();

    private final Map<ReceiveReservation<Integer>, Integer> lent = new LinkedHashMap<>();
    private final List<SendReservation<Integer>> reserved = new ArrayList<>();
    private Channel<Integer> channel;
    private Parties parties;
    private Random random;
    private int sends;
    private int next;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostDoubledOrReordered(long seed) {
        random = new Random(seed);
        // Every other history has polls without budget.
        parties = new Parties(random, seed % 2 == 0 ? 0 : 4);
        channel = Channel.of(1 + random.nextInt(4));
        for (int step = 0; step < STEPS; step++) {
            step();
            assertTrue(model.size() + lent.size() + reserved.size() <= channel.capacity());
        }
        drain();
    }

    private void step() {
        switch (random.nextInt(16)) {
            case 0, 1 -> parties.start(channel.receive(), this::received);
            case 2, 3 -> {
                int value = next++;
                parties.start(channel.send(value), nothing -> sent(value));
            }
            case 4 -> parties.cancelOne();
            case 5 -> trySend();
            case 6 -> tryReceive();
            case 7 -> parties.start(channel.reserveSend(), reserved::add);
            case 8 -> parties.start(channel.reserveReceive(), this::lent);
            case 9 -> endSend(random.nextInt(4) != 0);
            case 10 -> endReceive(random.nextBoolean());
            case 11 -> peek();
            case 12 -> {
                if (random.nextInt(20) == 0) {
                    clear();
                }
            }
            default -> parties.runOne();
        }
    }

    private void drain() {
        parties.cancelAll();
        while (!reserved.isEmpty()) {
            endSend(true);
        }
        while (!lent.isEmpty()) {
            endReceive(false);
        }
        assertEquals(model.size(), channel.size());
        while (!channel.isEmpty()) {
            tryReceive();
        }
        assertTrue(model.isEmpty());
        assertEquals(channel.capacity(), channel.freeCapacity());
    }

    private void sent(int value) {
        model.put(sends++, value);
    }

    private void received(Integer value) {
        assertEquals(model.pollFirstEntry().getValue(), value);
    }

    private void lent(ReceiveReservation<Integer> reservation) {
        Map.Entry<Integer, Integer> oldest = model.pollFirstEntry();
        assertEquals(oldest.getValue(), reservation.value());
        lent.put(reservation, oldest.getKey());
    }

    private void trySend() {
        if (channel.trySend(next)) {
            sent(next);
        }
        next++;
    }

    private void tryReceive() {
        Integer value = channel.tryReceive();
        if (value != null) {
            received(value);
        }
    }

    private void peek() {
        Integer value = channel.tryPeek();
        if (value != null) {
            assertEquals(model.firstEntry().getValue(), value);
        }
    }

    private void clear() {
        int before = channel.size();
        int dropped = channel.clear();
        assertEquals(before, dropped);
        for (int i = 0; i < dropped; i++) {
            model.pollLastEntry();
        }
        assertNull(channel.tryReceive());
    }

    private void endSend(boolean commit) {
        if (!reserved.isEmpty()) {
            SendReservation<Integer> reservation = reserved.remove(random.nextInt(reserved.size()));
            if (commit) {
                assertTrue(reservation.commit(next));
                sent(next++);
            }
            reservation.close();
        }
    }

    private void endReceive(boolean commit) {
        if (!lent.isEmpty()) {
            ReceiveReservation<Integer> reservation = new ArrayList<>(lent.keySet()).get(random.nextInt(lent.size()));
            int number = lent.remove(reservation);
            Integer value = reservation.value();
            if (commit) {
                assertEquals(value, reservation.commit());
            } else {
                model.put(number, value);
            }
            reservation.close();
        }
    }
}
