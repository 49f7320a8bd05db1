// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pollen.Context;
import dev.pollen.Pollen;
import dev.pollen.executor.Executor;
import dev.pollen.futures.Futures;
import dev.pollen.testing.Events;
import dev.pollen.testing.Script;
import dev.pollen.testing.Threads;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** What is made by {@code local} belongs to one executor, and says so to everybody else. */
final class LocalTest {
    private static final String ANOTHER_EXECUTOR =
            " and belongs to one executor, but was used from another executor; make it with ";
    private static final String ANOTHER_THREAD =
            " and belongs to one executor, but was used outside of it from another thread; make it with ";

    private final Events events = new Events();

    private Executor executor(String name) {
        return Executor.builder()
                .clock(new VirtualClock())
                .name(name)
                .uncaught((task, thrown) -> events.say(task + " threw " + Events.text(thrown)))
                .build();
    }

    private void runIn(Executor executor, String name, Runnable body) {
        executor.spawner()
                .spawn(new Script(name)
                        .await(Futures::yieldNow, nothing -> {
                            body.run();
                            events.say(name + " done");
                        })
                        .claim());
        executor.runUntilStalled();
    }

    private String message(String type, String who) {
        return "IllegalStateException: this " + type + " was made by " + type + ".local" + who + type
                + ".of, which is safe between threads";
    }

    @Test
    void anotherExecutorIsRefused() {
        try (Executor mine = executor("mine");
                Executor other = executor("other")) {
            Channel<String> channel = Channel.local(2);
            Signal<String> signal = Signal.local();
            Notification notification = Notification.local();
            Mutex<String> mutex = Mutex.local("bus");
            runIn(mine, "mine", () -> {
                channel.trySend("a");
                signal.signal("a");
                notification.notifyOne();
                mutex.lock().poll(Context.cancelled());
            });
            runIn(other, "send", () -> channel.trySend("b"));
            runIn(other, "receive", () -> channel.receive().poll(Context.cancelled()));
            runIn(other, "close", channel::close);
            runIn(other, "signal", () -> signal.signal("b"));
            runIn(other, "take", () -> signal.take().poll(Context.cancelled()));
            runIn(other, "notify", notification::notifyOne);
            runIn(other, "notify all", notification::notifyAllWaiters);
            runIn(other, "notified", () -> notification.notified().poll(Context.cancelled()));
            runIn(other, "lock", () -> mutex.lock().poll(Context.cancelled()));
            runIn(mine, "mine", () -> events.say("received " + channel.tryReceive() + " and took " + signal.tryTake()));
            events.expect(
                    "mine done",
                    "send threw " + message("Channel", ANOTHER_EXECUTOR),
                    "receive threw " + message("Channel", ANOTHER_EXECUTOR),
                    "close threw " + message("Channel", ANOTHER_EXECUTOR),
                    "signal threw " + message("Signal", ANOTHER_EXECUTOR),
                    "take threw " + message("Signal", ANOTHER_EXECUTOR),
                    "notify threw " + message("Notification", ANOTHER_EXECUTOR),
                    "notify all threw " + message("Notification", ANOTHER_EXECUTOR),
                    "notified threw " + message("Notification", ANOTHER_EXECUTOR),
                    "lock threw " + message("Mutex", ANOTHER_EXECUTOR),
                    "received a and took a",
                    "mine done");
        }
    }

    @Test
    void anotherExecutorIsRefusedAGuard() {
        try (Executor mine = executor("mine");
                Executor other = executor("other")) {
            Mutex<String> mutex = Mutex.local("bus");
            Mutex.Lock<String> lock = new Mutex.Lock<>();
            runIn(mine, "mine", () -> mutex.lock$in(lock).poll(Context.cancelled()));
            runIn(other, "other", () -> lock.get().close());
            // A refused close has not closed.
            events.say(lock.get().get());
            runIn(mine, "mine", () -> lock.get().close());
            events.expect("mine done", "other threw " + message("Mutex", ANOTHER_EXECUTOR), "bus", "mine done");
        }
    }

    @Test
    void aThreadWithoutExecutorIsRefused() throws Exception {
        Channel<String> channel = Channel.local(1);
        channel.trySend("a");
        Threads.run(() -> assertEquals(
                message("Channel", ANOTHER_THREAD),
                Events.text(assertThrows(IllegalStateException.class, channel::tryReceive))));
        assertEquals("a", channel.tryReceive());
    }

    @Test
    void itsThreadMayFillItBeforeAndLookAtItBetweenPolls() {
        try (Executor mine = executor("mine")) {
            Channel<String> channel = Channel.local(1);
            channel.trySend("a");
            runIn(mine, "mine", () -> events.say("received " + channel.tryReceive()));
            channel.trySend("b");
            runIn(mine, "mine", () -> events.say("received " + channel.tryReceive()));
            events.expect("received a", "mine done", "received b", "mine done");
        }
    }

    @Test
    void itMayBeFilledOnTheThreadThatStartsTheExecutors() throws Exception {
        Channel<String> channel = Channel.local(1);
        channel.trySend("a");
        Threads.run(() -> {
            try (Executor mine = executor("mine")) {
                runIn(mine, "mine", () -> events.say("received " + channel.tryReceive()));
            }
        });
        // The executor is closed: it belongs to nobody.
        channel.trySend("b");
        events.say("received " + channel.tryReceive());
        events.expect("received a", "mine done", "received b");
    }

    @Test
    void theNextExecutorGetsItWhenItsOwnIsClosed() {
        Channel<String> channel = Channel.local(1);
        Pollen.blockOn(channel.send("a"));
        assertEquals("a", Pollen.blockOn(channel.receive()));
        try (Executor mine = executor("mine")) {
            runIn(mine, "mine", () -> channel.trySend("b"));
            assertThrows(IllegalStateException.class, () -> Pollen.blockOn(channel.receive()));
        }
        assertEquals("b", Pollen.blockOn(channel.receive()));
        events.expect("mine done");
    }
}
