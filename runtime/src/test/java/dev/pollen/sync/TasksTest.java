// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.select;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pollen.Future;
import dev.pollen.executor.Executor;
import dev.pollen.futures.Futures;
import dev.pollen.testing.Events;
import dev.pollen.testing.Script;
import dev.pollen.testing.Threads;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The primitives between tasks of executors. */
@Timeout(120)
final class TasksTest {
    private final Events events = new Events();
    private final VirtualClock clock = new VirtualClock();

    private Executor executor() {
        return Executor.builder()
                .clock(clock)
                .uncaught((task, thrown) -> events.say(task + " threw " + Events.text(thrown)))
                .build();
    }

    private Script receiver(String name, Channel<String> channel, int times) {
        Script script = new Script(name);
        for (int i = 0; i < times; i++) {
            script.await(channel::receive, value -> events.say(name + " received " + value));
        }
        return script;
    }

    private Script sender(String name, Channel<String> channel, String... values) {
        Script script = new Script(name);
        for (String value : values) {
            script.await(() -> channel.send(value), nothing -> events.say(name + " sent " + value));
        }
        return script;
    }

    // pw_async2: channel_coro (4)
    @Test
    void aFullChannelMakesTheSenderWait() {
        try (Executor executor = executor()) {
            Channel<String> channel = Channel.local(1);
            Script receiver = receiver("receiver", channel, 3);
            Script sender = sender("sender", channel, "a", "b", "c");
            executor.run(spawner -> {
                spawner.spawn(receiver.claim());
                spawner.spawn(sender.claim());
            });
            events.expect(
                    "sender sent a",
                    "receiver received a",
                    "sender sent b",
                    "receiver received b",
                    "sender sent c",
                    "receiver received c");
            assertEquals(4, receiver.polls());
            assertEquals(3, sender.polls());
        }
    }

    @Test
    void blockedTasksAreNotPolled() {
        try (Executor executor = executor()) {
            Channel<String> channel = Channel.local(1);
            Script blocked = receiver("blocked", channel, 1);
            Script busy = new Script("busy");
            for (int i = 0; i < 100; i++) {
                busy.await(Futures::yieldNow, nothing -> {});
            }
            executor.spawner().spawn(blocked.claim());
            executor.spawner().spawn(busy.claim());
            executor.runUntilStalled();
            assertEquals(101, busy.polls());
            assertEquals(1, blocked.polls());
        }
        // Closing the executor has cancelled the receive.
        events.expect();
    }

    @Test
    void yieldNowLetsTheOthersRun() {
        try (Executor executor = executor()) {
            Script a = new Script("a");
            Script b = new Script("b");
            for (int i = 1; i <= 2; i++) {
                int round = i;
                a.await(Futures::yieldNow, nothing -> events.say("a" + round));
                b.await(Futures::yieldNow, nothing -> events.say("b" + round));
            }
            executor.run(spawner -> {
                spawner.spawn(a.claim());
                spawner.spawn(b.claim());
            });
            events.expect("a1", "b1", "a2", "b2");
        }
    }

    @Test
    void aStoppedTaskLeavesTheLineAndPassesOnItsGrant() {
        Channel<String> channel = Channel.of(1);
        try (Executor stopped = executor();
                Executor goesOn = executor()) {
            stopped.spawner().spawn(receiver("stopped", channel, 1).claim());
            stopped.runUntilStalled();
            goesOn.spawner().spawn(receiver("goes on", channel, 1).claim());
            goesOn.runUntilStalled();
            channel.trySend("a");
            stopped.stop();
            goesOn.runUntilStalled();
            events.expect("goes on received a");
            assertNull(channel.tryReceive());
        }
    }

    @Test
    void aTaskOfManyReadyResultsLetsTheOthersRun() {
        try (Executor executor = executor()) {
            Notification notification = Notification.local();
            Script greedy = new Script("greedy");
            for (int i = 0; i < 300; i++) {
                greedy.await(
                        () -> {
                            notification.notifyOne();
                            return notification.notified();
                        },
                        nothing -> {});
            }
            executor.run(spawner -> spawner.spawn(greedy.claim()));
            // 128 in each poll; what was granted in the last one is kept for the next.
            assertEquals(3, greedy.polls());
        }
    }

    @Test
    void aLentTimerLosesUntilItIsDue() {
        try (Executor executor = executor()) {
            Channel<String> channel = Channel.local(4);
            Future<Void> deadline = Timer.afterMillis(10);
            Script script = new Script("script");
            for (int i = 0; i < 3; i++) {
                script.await(
                        () -> select(channel.receive(), borrow(deadline)),
                        r -> events.say(
                                r.isFirst() ? "received " + r.first().get() : "due at " + clock.now() / 1_000_000));
            }
            executor.spawner().spawn(script.claim());
            executor.runUntilStalled();
            channel.trySend("a");
            executor.runUntilStalled();
            clock.advanceMillis(5);
            channel.trySend("b");
            executor.runUntilStalled();
            clock.advanceMillis(5);
            executor.runUntilStalled();
            events.expect("received a", "received b", "due at 10");
        }
    }

    @Test
    void executorsOnDifferentThreadsPassValuesBackAndForth() throws Exception {
        int rounds = 5_000;
        Channel<Integer> there = Channel.of(1);
        Channel<Integer> back = Channel.of(1);
        int[] seen = new int[2];
        Script asks = new Script("asks");
        Script answers = new Script("answers");
        for (int i = 0; i < rounds; i++) {
            int value = i;
            asks.await(() -> there.send(value), nothing -> {});
            asks.await(back::receive, answer -> seen[0] += answer == value + 1 ? 1 : 0);
            answers.await(there::receive, asked -> seen[1] = asked);
            answers.await(() -> back.send(seen[1] + 1), nothing -> {});
        }
        Threads.run(
                () -> {
                    try (Executor executor = new Executor()) {
                        executor.run(spawner -> spawner.spawn(asks.claim()));
                    }
                },
                () -> {
                    try (Executor executor = new Executor()) {
                        executor.run(spawner -> spawner.spawn(answers.claim()));
                    }
                });
        assertEquals(rounds, seen[0]);
    }

    @Test
    void aMutexIsHeldAcrossAwaits() {
        try (Executor executor = executor()) {
            Mutex<String> mutex = Mutex.local("bus");
            executor.run(spawner -> {
                for (String name : new String[] {"a", "b", "c"}) {
                    Mutex.Guard<?>[] guard = {null};
                    spawner.spawn(new Script(name)
                            .await(mutex::lock, locked -> {
                                guard[0] = locked;
                                events.say(name + " has the " + locked.get());
                            })
                            .await(Futures::yieldNow, nothing -> {
                                events.say(name + " is done");
                                guard[0].close();
                            })
                            .claim());
                }
            });
            events.expect("a has the bus", "a is done", "b has the bus", "b is done", "c has the bus", "c is done");
        }
    }
}
