// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.Waker;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.futures.Futures;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a yield is in woven code: no future, and all that a future would do. */
class YieldTest {
    @Async
    static Future<Void> twice(List<String> events) {
        await(Futures.yieldNow());
        events.add("one turn");
        await(Futures.yieldNow());
        events.add("two turns");
        return Future.done();
    }

    @AsyncTask
    static Task<Void> again(List<String> events) {
        await(twice(events));
        return Task.done();
    }

    /** Counts wakes, and has a budget. */
    private static final class Budget implements Context {
        private int left;
        private int wakes;

        @Override
        public Waker waker() {
            return () -> wakes++;
        }

        @Override
        public boolean spend() {
            return left-- > 0;
        }
    }

    @Test
    void wakesItsTaskAndSpendsOfTheBudgetWhenItsTurnHasCome() {
        List<String> events = new ArrayList<>();
        Future<Void> future = twice(events);
        Budget cx = new Budget();
        assertEquals(Poll.PENDING, future.poll(cx));
        assertEquals(Poll.PENDING, future.poll(cx));
        assertEquals(List.of(), events);
        cx.left = 1;
        assertEquals(Poll.PENDING, future.poll(cx));
        assertEquals(List.of("one turn"), events);
        cx.left = 1;
        assertEquals(Poll.READY, future.poll(cx));
        assertEquals(3, cx.wakes);
        assertThrows(IllegalStateException.class, () -> future.poll(cx));
    }

    @Test
    void takesNoRoomInTheFrame() {
        assertEquals(
                List.of("state", "events"),
                Arrays.stream(YieldTest_twice.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .map(Field::getName)
                        .toList());
    }

    @Test
    void isShown() {
        try (TestExecutor executor = new TestExecutor()) {
            executor.spawn(again(new ArrayList<>()));
            executor.step();
            String dump = executor.executor().dump();
            assertEquals(
                    "    waits for its turn", dump.lines().skip(2).findFirst().orElse(""), dump);
            executor.runUntilStalled();
        }
    }
}
