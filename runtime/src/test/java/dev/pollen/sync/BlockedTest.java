// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Pollen;
import dev.pollen.executor.Executor;
import dev.pollen.futures.Futures;
import dev.pollen.testing.Script;
import dev.pollen.testing.TestTask;
import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each way to wait: blocked it costs nothing, a dump says what it waits for, and local means local. */
final class BlockedTest {
    /** A way to wait, each call for one more in the same line, and what a dump says of it. */
    record Wait(String name, boolean local, Supplier<Future<?>> blocked, String dump) {
        @Override
        public String toString() {
            return name + (local ? ".local" : ".of");
        }
    }

    static Stream<Wait> waits() {
        List<Wait> waits = new ArrayList<>();
        for (boolean local : new boolean[] {false, true}) {
            channels(local, waits);
            Signal<String> signal = (local ? Signal.<String>local() : Signal.<String>of()).named("x");
            waits.add(new Wait("Signal.take", local, signal::take, "Signal \"x\" without a value"));
            IntSignal ints = (local ? IntSignal.local() : IntSignal.of()).named("x");
            waits.add(new Wait("IntSignal.take", local, ints::take, "IntSignal \"x\" without a value"));
            Watch<String> watch = (local ? Watch.<String>local() : Watch.<String>of()).named("x");
            waits.add(new Wait("Watch.get", local, () -> watch.receiver().get(), "Watch \"x\" without a value"));
            IntWatch known = (local ? IntWatch.local(7) : IntWatch.of(7)).named("x");
            waits.add(
                    new Wait("IntWatch.changed", local, () -> known.receiver().changed(), "IntWatch \"x\" unchanged"));
            waits.add(new Wait(
                    "IntWatch.getIf",
                    local,
                    () -> known.receiver().getIf(value -> value > 7),
                    "IntWatch \"x\" unchanged"));
            PubSubChannel<String> topic =
                    (local ? PubSubChannel.<String>local(1) : PubSubChannel.<String>of(1)).named("x");
            waits.add(new Wait(
                    "PubSubChannel.next",
                    local,
                    () -> topic.subscribe().next(),
                    "PubSubChannel \"x\" without a new message"));
            PubSubChannel<String> full =
                    (local ? PubSubChannel.<String>local(1) : PubSubChannel.<String>of(1)).named("x");
            waits.add(new Wait(
                    "PubSubChannel.publish",
                    local,
                    () -> {
                        full.subscribe();
                        full.tryPublish("a");
                        return full.publish("b");
                    },
                    "PubSubChannel \"x\" full"));
            Broadcast<String> broadcast = (local ? Broadcast.<String>local(1) : Broadcast.<String>of(1)).named("x");
            waits.add(new Wait(
                    "Broadcast.next",
                    local,
                    () -> broadcast.subscribe().nextKept(),
                    "Broadcast \"x\" without a new message"));
            Pipe pipe = (local ? Pipe.local(1) : Pipe.of(1)).named("x");
            waits.add(new Wait("Pipe.read", local, () -> pipe.read(new byte[1]), "Pipe \"x\" empty"));
            waits.add(new Wait("Pipe.fill", local, pipe::fill, "Pipe \"x\" empty"));
            waits.add(new Wait("Pipe.waitFull", local, pipe::waitFull, "Pipe \"x\" not full"));
            Pipe filled = (local ? Pipe.local(1) : Pipe.of(1)).named("x");
            waits.add(new Wait(
                    "Pipe.writeAll",
                    local,
                    () -> {
                        filled.tryWrite(new byte[1], 0, 1);
                        return filled.writeAll(new byte[2]);
                    },
                    "Pipe \"x\" full"));
            ZeroCopyChannel<byte[]> frames =
                    (local ? ZeroCopyChannel.local(new byte[1][1]) : ZeroCopyChannel.of(new byte[1][1])).named("x");
            waits.add(new Wait("ZeroCopyChannel.receive", local, frames::receive, "ZeroCopyChannel \"x\" empty"));
            ZeroCopyChannel<byte[]> busy =
                    (local ? ZeroCopyChannel.local(new byte[2][1]) : ZeroCopyChannel.of(new byte[2][1])).named("x");
            waits.add(new Wait(
                    "ZeroCopyChannel.send",
                    local,
                    () -> {
                        busy.trySend(new ZeroCopyChannel.SendSlot<>());
                        return busy.send();
                    },
                    "ZeroCopyChannel \"x\" being filled"));
            RpcService<String> service = (local ? RpcService.<String>local() : RpcService.<String>of()).named("x");
            waits.add(new Wait(
                    "RpcService.call",
                    local,
                    () -> service.call(String::length),
                    "RpcService \"x\" that nobody serves"));
            OneShot<String> shot = (local ? OneShot.<String>local() : OneShot.<String>of()).named("x");
            waits.add(new Wait("OneShot.receive", local, shot::receive, "OneShot \"x\" without a value"));
            waits.add(new Wait("OneShot.closed", local, shot::closed, "OneShot \"x\" open"));
            BroadcastValueProvider<String> provider =
                    (local ? BroadcastValueProvider.<String>local() : BroadcastValueProvider.<String>of()).named("x");
            waits.add(new Wait(
                    "BroadcastValueProvider.get", local, provider::get, "BroadcastValueProvider \"x\" unresolved"));
            ValueListProvider<Integer, String> list = (local
                            ? ValueListProvider.<Integer, String>local()
                            : ValueListProvider.<Integer, String>of())
                    .named("x");
            waits.add(
                    new Wait("ValueListProvider.get", local, () -> list.get(7), "ValueListProvider \"x\" unresolved"));
            Notification notification = (local ? Notification.local() : Notification.of()).named("x");
            waits.add(new Wait(
                    "Notification.notified", local, notification::notified, "Notification \"x\" not notified"));
            Mutex<String> mutex = (local ? Mutex.local("bus") : Mutex.of("bus")).named("x");
            waits.add(new Wait(
                    "Mutex.lock",
                    local,
                    () -> {
                        mutex.lock().poll(Context.of(() -> {}));
                        return mutex.lock();
                    },
                    "Mutex \"x\" held"));
        }
        return waits.stream();
    }

    private static void channels(boolean local, List<Wait> waits) {
        Channel<String> empty = (local ? Channel.<String>local(1) : Channel.<String>of(1)).named("x");
        waits.add(new Wait("Channel.receive", local, empty::receive, "Channel \"x\" empty"));
        waits.add(new Wait("Channel.reserveReceive", local, empty::reserveReceive, "Channel \"x\" empty"));
        Channel<String> full = (local ? Channel.<String>local(1) : Channel.<String>of(1)).named("x");
        waits.add(new Wait("Channel.send", local, filled(full, () -> full.send("b")), "Channel \"x\" full"));
        waits.add(new Wait("Channel.reserveSend", local, filled(full, full::reserveSend), "Channel \"x\" full"));
        IntChannel ints = (local ? IntChannel.local(1) : IntChannel.of(1)).named("x");
        waits.add(new Wait("IntChannel.receive", local, ints::receive, "IntChannel \"x\" empty"));
        LongChannel longs = (local ? LongChannel.local(1) : LongChannel.of(1)).named("x");
        waits.add(new Wait("LongChannel.receive", local, longs::receive, "LongChannel \"x\" empty"));
        PriorityChannel<String> ranked =
                (local ? PriorityChannel.<String>local(1) : PriorityChannel.<String>of(1)).named("x");
        waits.add(new Wait(
                "PriorityChannel.send",
                local,
                filled(ranked, () -> ranked.send("b", 9)),
                "PriorityChannel \"x\" full"));
    }

    private static Supplier<Future<?>> filled(Channel<String> channel, Supplier<Future<?>> blocked) {
        return () -> {
            channel.trySend("a");
            return blocked.get();
        };
    }

    /** Embassy D1: two that wait for the same wake each other for ever. */
    @ParameterizedTest
    @MethodSource("waits")
    void whoWaitsIsNotPolled(Wait wait) {
        try (Executor executor = Executor.on(new VirtualClock())) {
            int[] started = {0};
            for (int i = 0; i < 3; i++) {
                executor.spawner().spawn(TestTask.of("waits" + i, n -> {
                    started[0]++;
                    return wait.blocked().get();
                }));
            }
            Script busy = new Script("busy");
            for (int i = 0; i < 1_000; i++) {
                busy.await(Futures::yieldNow, nothing -> {});
            }
            executor.spawner().spawn(busy.claim());
            assertTrue(executor.runUntilStalled());
            assertEquals(1_001, busy.polls());
            assertEquals(3, started[0]);
            assertEquals(1_001 + 3, executor.polls());
        }
    }

    @ParameterizedTest
    @MethodSource("waits")
    void aDumpSaysWhatItWaitsFor(Wait wait) {
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.spawner().spawn(TestTask.of("task", n -> wait.blocked().get()));
            executor.runUntilStalled();
            assertTrue(executor.dump().endsWith("\n  waits for " + wait.dump() + "\n"), executor.dump());
        }
    }

    @ParameterizedTest
    @MethodSource("waits")
    void whatIsLocalIsRefusedToAnotherExecutor(Wait wait) {
        Future<?>[] first = new Future<?>[1];
        try (Executor mine = Executor.on(new VirtualClock())) {
            mine.spawner()
                    .spawn(TestTask.of("mine", n -> first[0] = wait.blocked().get()));
            mine.runUntilStalled();
            Future<?> elsewhere = wait.local() ? null : wait.blocked().get();
            if (wait.local()) {
                String type = wait.name().substring(0, wait.name().indexOf('.'));
                assertEquals(
                        "this " + type + " was made by " + type + ".local and belongs to one executor, but was used"
                                + " from another executor; make it with " + type + ".of, which is safe between threads",
                        assertThrows(IllegalStateException.class, () -> Pollen.blockOn(new Unstarted(wait.blocked())))
                                .getMessage());
            } else {
                assertEquals(dev.pollen.Poll.PENDING, elsewhere.poll(Context.of(() -> {})));
                elsewhere.cancel();
            }
        }
    }

    /** Makes its future at the first poll: some ways to wait prepare their primitive. */
    private static final class Unstarted implements Future<Object> {
        private final Supplier<Future<?>> made;

        Unstarted(Supplier<Future<?>> made) {
            this.made = made;
        }

        @Override
        public dev.pollen.Poll poll(Context cx) {
            return made.get().poll(cx);
        }

        @Override
        public Object get() {
            return this;
        }

        @Override
        public void cancel() {}
    }
}
