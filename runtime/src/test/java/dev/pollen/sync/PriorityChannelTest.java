// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.testing.Events;
import dev.pollen.testing.Parties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PriorityChannelTest {
    private final Events events = new Events();

    private static PriorityChannel<String> filled(String... values) {
        PriorityChannel<String> channel = PriorityChannel.of(values.length);
        for (String value : values) {
            assertTrue(channel.trySend(value, value.charAt(0) - '0'));
        }
        return channel;
    }

    private static String rest(Channel<String> channel) {
        List<String> rest = new ArrayList<>();
        for (String value = channel.tryReceive(); value != null; value = channel.tryReceive()) {
            rest.add(value);
        }
        return String.join(" ", rest);
    }

    // Embassy: priority_channel: send_priority
    @Test
    void theHighestRankLeavesFirstAndTiesInOrder() {
        assertEquals("3a 3b 2a 2b 1", rest(filled("2a", "3a", "1", "3b", "2b")));
    }

    @Test
    void whatIsSentWithoutRankHasRankZero() {
        PriorityChannel<String> channel = PriorityChannel.local(3);
        channel.trySend("low", -1);
        channel.trySend("none");
        events.poll("send", channel.send("high", Long.MAX_VALUE));
        assertEquals("high none low", rest(channel));
        events.expect("send ready");
    }

    @Test
    void aWokenReceiverTakesTheHighestOfThatMoment() {
        PriorityChannel<String> channel = PriorityChannel.of(2);
        Future<String> receive = channel.receive();
        events.poll("receive", receive);
        channel.trySend("low", 1);
        channel.trySend("high", 2);
        events.poll("receive", receive);
        events.expect("receive pending", "receive woken", "receive ready high");
    }

    @Test
    void aReservedValueGoesBackToItsRankAndPlace() {
        PriorityChannel<String> channel = filled("2a", "2b", "1");
        ReceiveReservation<String> held = new ReceiveReservation<>();
        assertTrue(channel.tryReserveReceive(held));
        ReceiveReservation<String> other = new ReceiveReservation<>();
        assertTrue(channel.tryReserveReceive(other));
        held.close();
        other.close();
        assertEquals("2a 2b 1", rest(channel));
    }

    @Test
    void aReservedSlotTakesAValueOfAnyRank() {
        PriorityChannel<String> channel = PriorityChannel.of(2);
        SendReservation<String> slot = new SendReservation<>();
        assertTrue(channel.tryReserveSend(slot));
        channel.trySend("1", 1);
        assertTrue(channel.commit(slot, "2", 2));
        assertThrows(IllegalStateException.class, () -> channel.commit(slot, "3", 3));
        assertEquals("2 1", rest(channel));
    }

    @Test
    void clearKeepsTheHighestForThoseThatWereWoken() {
        PriorityChannel<String> channel = PriorityChannel.of(3);
        Future<String> receive = channel.receive();
        events.poll("receive", receive);
        channel.trySend("2", 2);
        channel.trySend("3", 3);
        channel.trySend("1", 1);
        assertEquals(2, channel.clear());
        events.poll("receive", receive);
        events.expect("receive pending", "receive woken", "receive ready 3");
    }

    /** Embassy D6: space that remove_if frees wakes nobody, and later receives do not either. */
    @Test
    void removeIfWakesTheSenders() {
        PriorityChannel<String> channel = filled("1", "2", "3");
        Future<Void> first = channel.send("4", 4);
        Future<Void> second = channel.send("5", 5);
        events.poll("first", first);
        events.poll("second", second);
        assertEquals(2, channel.removeIf(value -> !value.equals("2")));
        events.poll("first", first);
        events.poll("second", second);
        events.expect("first pending", "second pending", "first woken", "second woken", "first ready", "second ready");
        assertEquals("5 4 2", rest(channel));
    }

    /** Embassy D14: remove_if runs user code inside the lock. */
    @Test
    void theFilterMayUseTheChannel() {
        PriorityChannel<String> channel = filled("1", "2", "3");
        List<String> asked = new ArrayList<>();
        int dropped = channel.removeIf(value -> {
            asked.add(value);
            // Gone before it is asked about; and what comes meanwhile is not asked about.
            if (value.equals("1")) {
                assertEquals("3", channel.tryReceive());
                assertTrue(channel.trySend("9", 9));
            }
            return true;
        });
        assertEquals(List.of("1", "2"), asked);
        assertEquals(2, dropped);
        assertEquals("9", rest(channel));
    }

    @Test
    void aFilterThatThrowsLeavesTheChannelUsable() {
        PriorityChannel<String> channel = filled("1", "2");
        assertThrows(
                ArithmeticException.class,
                () -> channel.removeIf(value -> {
                    throw new ArithmeticException();
                }));
        assertEquals("2 1", rest(channel));
    }

    @Test
    void removeIfLeavesWhatReceiversWereWokenFor() {
        PriorityChannel<String> channel = PriorityChannel.of(2);
        Future<String> receive = channel.receive();
        events.poll("receive", receive);
        channel.trySend("1", 1);
        assertEquals(0, channel.removeIf(value -> true));
        events.poll("receive", receive);
        events.expect("receive pending", "receive woken", "receive ready 1");
    }

    @Test
    void itIsNamedByItsClass() {
        PriorityChannel<String> channel = PriorityChannel.<String>of(1).named("jobs");
        assertNull(channel.tryReceive());
        channel.close();
        assertFalse(channel.trySend("1", 1));
        events.poll("send", channel.send("1", 1));
        events.expect("send threw ChannelClosedException: the channel is closed");
        assertThrows(IllegalArgumentException.class, () -> PriorityChannel.of(0));
        PriorityChannel<String> local = PriorityChannel.local(1);
        assertThrows(NullPointerException.class, () -> local.send(null, 1));
        assertThrows(NullPointerException.class, () -> local.trySend(null, 1));
        assertThrows(
                IllegalStateException.class, () -> new PriorityChannel.RankedSend<String>().poll(Context.of(() -> {})));
    }

    private record Ranked(long rank, int number) {}

    @ParameterizedTest
    @MethodSource("dev.pollen.sync.ChannelSimulationTest#seeds")
    void randomHistories(long seed) {
        Random random = new Random(seed);
        Parties parties = new Parties(random, seed % 2 == 0 ? 0 : 4);
        PriorityChannel<Integer> channel = PriorityChannel.of(1 + random.nextInt(8));
        TreeSet<Ranked> model =
                new TreeSet<>(Comparator.comparingLong(Ranked::rank).reversed().thenComparing(Ranked::number));
        List<Ranked> byNumber = new ArrayList<>();
        int[] next = {0};
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> {
                    long rank = random.nextInt(4);
                    int index = byNumber.size();
                    byNumber.add(null);
                    parties.start(channel.send(index, rank), nothing -> {
                        byNumber.set(index, new Ranked(rank, next[0]++));
                        model.add(byNumber.get(index));
                    });
                }
                case 2, 3 ->
                    parties.start(channel.receive(), index -> assertEquals(model.pollFirst(), byNumber.get(index)));
                case 4 -> parties.cancelOne();
                case 5 -> {
                    if (random.nextInt(5) == 0) {
                        int rank = random.nextInt(4);
                        int[] left = {channel.size()};
                        // Oldest first, as many as no receiver was woken for.
                        channel.removeIf(index -> {
                            Ranked ranked = byNumber.get(index);
                            boolean goes = ranked.rank() == rank;
                            if (goes && left[0]-- > 0) {
                                model.remove(ranked);
                            }
                            return goes;
                        });
                    }
                }
                default -> parties.runOne();
            }
            assertTrue(model.size() <= channel.capacity());
        }
        parties.cancelAll();
        assertEquals(model.size(), channel.size());
        for (Integer index = channel.tryReceive(); index != null; index = channel.tryReceive()) {
            assertEquals(model.pollFirst(), byNumber.get(index));
        }
        assertEquals(channel.capacity(), channel.freeCapacity());
    }
}
