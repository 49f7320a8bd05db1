// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.benchmarks.floor.FloorChannel;
import dev.pollen.benchmarks.floor.FloorExecutor;
import dev.pollen.benchmarks.floor.FloorMessages;
import dev.pollen.benchmarks.floor.FloorPool;
import dev.pollen.benchmarks.floor.FloorTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The floor's channel does what its duties say, in their order. */
class FloorChannelTest {
    private final List<String> events = new ArrayList<>();
    private final FloorPool<Scripted> pool = new FloorPool<>("scripted", 8, Scripted::new);
    private final FloorExecutor executor = new FloorExecutor(pool);
    private final FloorChannel channel = new FloorChannel("channel", 2);

    /** A task that is polled with a test's script until that says that it has ended. */
    private static final class Scripted extends FloorTask {
        private final FloorChannel.Wait wait = new FloorChannel.Wait();
        private Predicate<FloorExecutor> script;

        private Scripted(FloorPool<?> pool, int index) {
            super(pool, index);
        }

        @Override
        protected boolean poll(FloorExecutor cx) {
            checkPollable();
            boolean ended = script.test(cx);
            if (ended) {
                state = OVER;
            }
            return ended;
        }
    }

    private Scripted start(Predicate<FloorExecutor> script) {
        Scripted task = pool.claim();
        task.script = script;
        executor.spawn(task);
        return task;
    }

    private FloorChannel.Wait receiver(String name) {
        Scripted task = pool.claim();
        task.script = cx -> {
            Object value = channel.receive(task.wait, cx);
            if (value == null) {
                return false;
            }
            events.add(name + " received " + value);
            return true;
        };
        executor.spawn(task);
        return task.wait;
    }

    private FloorChannel.Wait sender(String value) {
        Scripted task = pool.claim();
        task.script = cx -> {
            if (!channel.send(value, task.wait, cx)) {
                return false;
            }
            events.add("sent " + value);
            return true;
        };
        executor.spawn(task);
        return task.wait;
    }

    /** Does something inside of a poll, and runs to the end of what follows. */
    private void once(Predicate<FloorExecutor> script) {
        start(script);
        executor.run();
    }

    @Test
    void receiversAreServedInTheirOrder() {
        receiver("first");
        receiver("second");
        receiver("third");
        executor.run();
        once(cx -> channel.trySend("a", cx) && channel.trySend("b", cx) && !channel.trySend("too many", cx));
        assertEquals(List.of("first received a", "second received b"), events);
    }

    @Test
    void sendersAreServedInTheirOrderAndValuesKeepTheirs() {
        for (String value : List.of("a", "b", "c", "d")) {
            sender(value);
        }
        executor.run();
        receiver("one");
        receiver("other");
        executor.run();
        assertEquals(List.of("sent a", "sent b", "one received a", "other received b", "sent c", "sent d"), events);
    }

    @Test
    void nobodyBargesPastAWokenReceiver() {
        receiver("first");
        executor.run();
        once(cx -> {
            channel.trySend("a", cx);
            FloorChannel.Wait mine = new FloorChannel.Wait();
            events.add("barging gave " + channel.receive(mine, cx));
            mine.cancel();
            return true;
        });
        assertEquals(List.of("barging gave null", "first received a"), events);
    }

    @Test
    void aCancelledGrantGoesToTheNext() {
        FloorChannel.Wait first = receiver("first");
        receiver("second");
        executor.run();
        once(cx -> {
            channel.trySend("a", cx);
            first.cancel();
            return true;
        });
        // The first task is polled for its wake, waits anew and stays behind.
        assertEquals(List.of("second received a"), events);
        assertEquals("channel empty", first.toString());
    }

    @Test
    void aCancelledWaitLeavesItsLine() {
        FloorChannel.Wait first = receiver("first");
        receiver("second");
        executor.run();
        first.cancel();
        once(cx -> channel.trySend("a", cx));
        assertEquals(List.of("second received a"), events);
    }

    @Test
    void closeRefusesSendersAndLetsReceiversDrain() {
        sender("a");
        sender("b");
        sender("c");
        executor.run();
        once(cx -> {
            channel.close(cx);
            return true;
        });
        assertEquals(
                List.of("task scripted[2] has thrown java.lang.IllegalStateException: channel is closed"),
                executor.failures());
        once(cx -> !channel.trySend("d", cx));
        receiver("first");
        receiver("second");
        receiver("third");
        executor.run();
        assertEquals(List.of("sent a", "sent b", "first received a", "second received b"), events);
        assertEquals(2, executor.failures().size());
    }

    @Test
    void anotherExecutorIsRefused() {
        once(cx -> channel.trySend("a", cx));
        FloorPool<Scripted> others = new FloorPool<>("other", 1, Scripted::new);
        FloorExecutor other = new FloorExecutor(others);
        Scripted task = others.claim();
        task.script = cx -> channel.trySend("b", cx);
        other.spawn(task);
        other.run();
        assertEquals(
                List.of(
                        "task other[0] has thrown java.lang.IllegalStateException: channel belongs to another executor"),
                other.failures());
    }

    @Test
    void anotherThreadIsRefused() throws InterruptedException {
        once(cx -> channel.trySend("a", cx));
        Thread thread =
                new Thread(() -> assertThrows(IllegalStateException.class, () -> channel.trySend("b", executor)));
        thread.start();
        thread.join();
        receiver("first");
        executor.run();
        assertEquals(List.of("first received a"), events);
    }

    @Test
    void aPollTakesAHundredAndTwentyEightValues() {
        FloorChannel wide = new FloorChannel("wide", 200);
        FloorMessages.Kind producer = FloorMessages.Kind.PRODUCER;
        FloorPool<FloorMessages> pair = new FloorPool<>("pair", 1, FloorMessages::new);
        FloorExecutor alone = new FloorExecutor(pair);
        FloorMessages task = pair.claim().set(producer, wide, null, 200);
        alone.spawn(task);
        alone.run();
        assertEquals(2, task.polls());
        FloorMessages back = pair.claim().set(FloorMessages.Kind.CONSUMER, wide, null, 200);
        alone.spawn(back);
        alone.run();
        assertEquals(200, back.received());
    }

    @Test
    void itIsKnownWhatATaskWaitsFor() {
        FloorPool<FloorMessages> pair = new FloorPool<>("pair", 1, FloorMessages::new);
        FloorExecutor alone = new FloorExecutor(pair);
        FloorMessages task = pair.claim().set(FloorMessages.Kind.SELECTING, channel, new FloorChannel("another", 1), 1);
        alone.spawn(task);
        alone.run();
        assertEquals("channel empty, another empty", task.waitsFor());
    }
}
