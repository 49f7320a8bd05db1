// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Pollen;
import dev.pollen.WaitDescription;
import dev.pollen.executor.Executor;
import dev.pollen.futures.Futures;
import dev.pollen.testing.Script;
import dev.pollen.testing.TestTask;
import dev.pollen.time.VirtualClock;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each way to wait: blocked it costs nothing, a dump says what it waits for, and local means local. */
final class BlockedTest {
    /**
     * A way to wait, each call for one more in the same line, and what a dump says of it.
     *
     * @param name class and method; a receiver counts as what it receives from
     * @param waiters how many wait in the test, 1 where the primitive allows no more
     * @param during runs a test at a time in which it waits
     */
    record Wait(
            String name,
            boolean local,
            Supplier<Future<?>> blocked,
            String dump,
            int waiters,
            Consumer<Runnable> during) {
        Wait(String name, boolean local, Supplier<Future<?>> blocked, String dump) {
            this(name, local, blocked, dump, 3, Runnable::run);
        }

        static Wait ofOne(String name, boolean local, Supplier<Future<?>> blocked, String dump) {
            return new Wait(name, local, blocked, dump, 1, Runnable::run);
        }

        @Override
        public String toString() {
            return name + (local ? ".local" : ".of");
        }
    }

    static Stream<Wait> waits() {
        List<Wait> waits = new ArrayList<>();
        for (boolean local : new boolean[] {false, true}) {
            channels(local, waits);
            numbers(local, waits);
            locks(local, waits);
            ofOneWaiter(local, waits);
            Signal<String> signal = (local ? Signal.<String>local() : Signal.<String>of()).named("x");
            waits.add(new Wait("Signal.take", local, signal::take, "Signal \"x\" without a value"));
            Watch<String> watch = (local ? Watch.<String>local() : Watch.<String>of()).named("x");
            waits.add(new Wait("Watch.get", local, () -> watch.receiver().get(), "Watch \"x\" without a value"));
            waits.add(
                    new Wait("Watch.changed", local, () -> watch.receiver().changed(), "Watch \"x\" without a value"));
            Watch<String> seen = (local ? Watch.local("a") : Watch.of("a")).named("x");
            waits.add(
                    new Wait("Watch.getIf", local, () -> seen.receiver().getIf("b"::equals), "Watch \"x\" unchanged"));
            waits.add(new Wait(
                    "Watch.changedIf", local, () -> seen.receiver().changedIf("b"::equals), "Watch \"x\" unchanged"));
            PubSubChannel<String> topic =
                    (local ? PubSubChannel.<String>local(1) : PubSubChannel.<String>of(1)).named("x");
            waits.add(new Wait(
                    "PubSubChannel.next",
                    local,
                    () -> topic.subscribe().next(),
                    "PubSubChannel \"x\" without a new message"));
            waits.add(new Wait(
                    "PubSubChannel.nextKept",
                    local,
                    () -> topic.subscribe().nextKept(),
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
                    () -> broadcast.subscribe().next(),
                    "Broadcast \"x\" without a new message"));
            waits.add(new Wait(
                    "Broadcast.nextKept",
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
            waits.add(new Wait(
                    "Pipe.write",
                    local,
                    () -> {
                        filled.tryWrite(new byte[1], 0, 1);
                        return filled.write(new byte[1], 0, 1);
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
        PriorityChannel<String> ranked =
                (local ? PriorityChannel.<String>local(1) : PriorityChannel.<String>of(1)).named("x");
        waits.add(new Wait(
                "PriorityChannel.send",
                local,
                filled(ranked, () -> ranked.send("b", 9)),
                "PriorityChannel \"x\" full"));
    }

    private static void numbers(boolean local, List<Wait> waits) {
        IntChannel ints = (local ? IntChannel.local(1) : IntChannel.of(1)).named("x");
        waits.add(new Wait("IntChannel.receive", local, ints::receive, "IntChannel \"x\" empty"));
        waits.add(new Wait("IntChannel.reserveReceive", local, ints::reserveReceive, "IntChannel \"x\" empty"));
        IntChannel fullInts = (local ? IntChannel.local(1) : IntChannel.of(1)).named("x");
        waits.add(new Wait(
                "IntChannel.send",
                local,
                () -> {
                    fullInts.trySend(1);
                    return fullInts.send(2);
                },
                "IntChannel \"x\" full"));
        waits.add(new Wait(
                "IntChannel.reserveSend",
                local,
                () -> {
                    fullInts.trySend(1);
                    return fullInts.reserveSend();
                },
                "IntChannel \"x\" full"));
        IntSignal intSignal = (local ? IntSignal.local() : IntSignal.of()).named("x");
        waits.add(new Wait("IntSignal.take", local, intSignal::take, "IntSignal \"x\" without a value"));
        IntWatch intWatch = (local ? IntWatch.local() : IntWatch.of()).named("x");
        waits.add(new Wait("IntWatch.get", local, () -> intWatch.receiver().get(), "IntWatch \"x\" without a value"));
        IntWatch knownInt = (local ? IntWatch.local(7) : IntWatch.of(7)).named("x");
        waits.add(new Wait("IntWatch.changed", local, () -> knownInt.receiver().changed(), "IntWatch \"x\" unchanged"));
        waits.add(new Wait(
                "IntWatch.getIf",
                local,
                () -> knownInt.receiver().getIf(value -> value > 7),
                "IntWatch \"x\" unchanged"));
        waits.add(new Wait(
                "IntWatch.changedIf",
                local,
                () -> knownInt.receiver().changedIf(value -> value > 7),
                "IntWatch \"x\" unchanged"));
        LongChannel longs = (local ? LongChannel.local(1) : LongChannel.of(1)).named("x");
        waits.add(new Wait("LongChannel.receive", local, longs::receive, "LongChannel \"x\" empty"));
        waits.add(new Wait("LongChannel.reserveReceive", local, longs::reserveReceive, "LongChannel \"x\" empty"));
        LongChannel fullLongs = (local ? LongChannel.local(1) : LongChannel.of(1)).named("x");
        waits.add(new Wait(
                "LongChannel.send",
                local,
                () -> {
                    fullLongs.trySend(1);
                    return fullLongs.send(2);
                },
                "LongChannel \"x\" full"));
        waits.add(new Wait(
                "LongChannel.reserveSend",
                local,
                () -> {
                    fullLongs.trySend(1);
                    return fullLongs.reserveSend();
                },
                "LongChannel \"x\" full"));
        LongSignal longSignal = (local ? LongSignal.local() : LongSignal.of()).named("x");
        waits.add(new Wait("LongSignal.take", local, longSignal::take, "LongSignal \"x\" without a value"));
        LongWatch longWatch = (local ? LongWatch.local() : LongWatch.of()).named("x");
        waits.add(
                new Wait("LongWatch.get", local, () -> longWatch.receiver().get(), "LongWatch \"x\" without a value"));
        LongWatch knownLong = (local ? LongWatch.local(7) : LongWatch.of(7)).named("x");
        waits.add(new Wait(
                "LongWatch.changed", local, () -> knownLong.receiver().changed(), "LongWatch \"x\" unchanged"));
        waits.add(new Wait(
                "LongWatch.getIf",
                local,
                () -> knownLong.receiver().getIf(value -> value > 7),
                "LongWatch \"x\" unchanged"));
        waits.add(new Wait(
                "LongWatch.changedIf",
                local,
                () -> knownLong.receiver().changedIf(value -> value > 7),
                "LongWatch \"x\" unchanged"));
    }

    private static void locks(boolean local, List<Wait> waits) {
        Mutex<String> mutex = (local ? Mutex.local("bus") : Mutex.of("bus")).named("x");
        waits.add(new Wait(
                "Mutex.lock",
                local,
                () -> {
                    mutex.lock().poll(Context.of(() -> {}));
                    return mutex.lock();
                },
                "Mutex \"x\" held"));
        Semaphore semaphore = (local ? Semaphore.local(1) : Semaphore.of(1)).named("x");
        waits.add(new Wait("Semaphore.acquire", local, () -> semaphore.acquire(2), "Semaphore \"x\" has 1 of 2"));
        waits.add(new Wait("Semaphore.acquireAll", local, () -> semaphore.acquireAll(2), "Semaphore \"x\" has 1 of 2"));
        RwLock<String> written = (local ? RwLock.local("table") : RwLock.of("table")).named("x");
        waits.add(new Wait(
                "RwLock.read",
                local,
                () -> {
                    written.tryWrite();
                    return written.read();
                },
                "RwLock \"x\" held by a writer"));
        RwLock<String> read = (local ? RwLock.local("table") : RwLock.of("table")).named("x");
        waits.add(new Wait(
                "RwLock.write",
                local,
                () -> {
                    read.tryRead();
                    return read.write();
                },
                "RwLock \"x\" held by readers"));
        Barrier barrier = (local ? Barrier.local(5) : Barrier.of(5)).named("x");
        waits.add(new Wait("Barrier.arrive", local, barrier::arrive, "Barrier \"x\", 1 of 5 arrived"));
        CancellationToken token = (local ? CancellationToken.local() : CancellationToken.of()).named("x");
        waits.add(new Wait(
                "CancellationToken.cancelled", local, token::cancelled, "CancellationToken \"x\" not cancelled"));
        OnceLock<String> cell = (local ? OnceLock.<String>local() : OnceLock.<String>of()).named("x");
        waits.add(new Wait("OnceLock.get", local, cell::get, "OnceLock \"x\" not set"));
        // Others wait for an initialiser as long as that runs, so the test runs in it.
        waits.add(new Wait(
                "OnceLock.getOrInit",
                local,
                () -> cell.getOrInit(() -> "other"),
                "OnceLock \"x\" is being set",
                3,
                test -> ready(cell.getOrInit(() -> {
                    test.run();
                    return "made";
                }))));
        Runnable[] inside = {null};
        OnceLock.Initializer<String> initializer = () -> {
            inside[0].run();
            return "made";
        };
        LazyLock<String> lazy = (local ? LazyLock.local(initializer) : LazyLock.of(initializer)).named("x");
        waits.add(new Wait("LazyLock.get", local, lazy::get, "LazyLock \"x\" is being set", 3, test -> {
            inside[0] = test;
            ready(lazy.get());
        }));
    }

    private static void ready(Future<String> made) {
        assertEquals(Poll.READY, made.poll(Context.of(() -> {})));
        assertEquals("made", made.take());
    }

    private static void ofOneWaiter(boolean local, List<Wait> waits) {
        RpcService<String> service = (local ? RpcService.<String>local() : RpcService.<String>of()).named("x");
        waits.add(
                Wait.ofOne("RpcService.serve", local, () -> service.serve("state"), "RpcService \"x\" without a call"));
        ValueProvider<String> provider =
                (local ? ValueProvider.<String>local() : ValueProvider.<String>of()).named("x");
        waits.add(Wait.ofOne("ValueProvider.get", local, provider::get, "ValueProvider \"x\" unresolved"));
        FutureCore<String> core = local ? FutureCore.local("a key") : FutureCore.of("a key");
        waits.add(Wait.ofOne(
                "FutureCore.poll",
                local,
                () -> {
                    core.reset();
                    return new HandWritten(core);
                },
                "a key"));
    }

    /** A future of a user, as {@link FutureCore} shows it. */
    private record HandWritten(FutureCore<String> core) implements Future<String>, Describable {
        @Override
        public Poll poll(Context cx) {
            return core.poll(cx);
        }

        @Override
        public String get() {
            return core.get();
        }

        @Override
        public void cancel() {
            core.cancel();
        }

        @Override
        public void describeWait(WaitDescription to) {
            core.describeWait(to);
        }
    }

    private static Supplier<Future<?>> filled(Channel<String> channel, Supplier<Future<?>> blocked) {
        return () -> {
            channel.trySend("a");
            return blocked.get();
        };
    }

    /** No way to wait is forgotten: each public method of the package that makes a future is here, in both forms. */
    @Test
    void eachMethodThatWaitsIsHere() throws Exception {
        Set<String> ways = new TreeSet<>();
        for (Class<?> each : classes()) {
            for (Method method : each.getDeclaredMethods()) {
                String name = method.getName();
                if (Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()
                        && Future.class.isAssignableFrom(method.getReturnType())
                        && !name.endsWith("$in")
                        // Gives what does not wait, or the future of the method without try.
                        && !name.startsWith("try")) {
                    for (String from : receivesFrom(each.getSimpleName())) {
                        ways.add(from + "." + name);
                    }
                }
            }
        }
        assertTrue(ways.contains("Channel.receive") && ways.contains("LongWatch.get"), "looked at the wrong place");
        // The cell of futures that users write has no method that makes one.
        ways.add("FutureCore.poll");
        Set<String> missing = new TreeSet<>();
        for (String way : ways) {
            missing.add(way + ".of");
            missing.add(way + ".local");
        }
        waits().forEach(wait -> missing.remove(wait.toString()));
        assertEquals(Set.of(), missing, "ways to wait that this test does not try");
        Set<String> gone = new TreeSet<>();
        waits().forEach(wait -> gone.add(wait.name()));
        gone.removeAll(ways);
        assertEquals(Set.of(), gone, "these are not methods that wait");
    }

    private static List<String> receivesFrom(String type) {
        return switch (type) {
            case "Subscriber" -> List.of("PubSubChannel", "Broadcast");
            case "WatchReceiver", "IntWatchReceiver", "LongWatchReceiver" -> List.of(type.replace("Receiver", ""));
            default -> List.of(type);
        };
    }

    /** The public classes of the package, those that are made for numbers, too. */
    private static List<Class<?>> classes() throws Exception {
        List<Class<?>> found = new ArrayList<>();
        Path home = Path.of(Channel.class.getResource("Channel.class").toURI()).getParent();
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.startsWith("package-info")) {
                    Class<?> each =
                            Class.forName("dev.pollen.sync." + name.substring(0, name.length() - ".class".length()));
                    if (Modifier.isPublic(each.getModifiers())) {
                        found.add(each);
                    }
                }
            }
        }
        return found;
    }

    /** Embassy D1: two that wait for the same wake each other for ever. */
    @ParameterizedTest
    @MethodSource("waits")
    void whoWaitsIsNotPolled(Wait wait) {
        wait.during().accept(() -> countPolls(wait));
    }

    private static void countPolls(Wait wait) {
        try (Executor executor = Executor.on(new VirtualClock())) {
            int[] started = {0};
            for (int i = 0; i < wait.waiters(); i++) {
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
            assertEquals(wait.waiters(), started[0]);
            assertEquals(1_001 + wait.waiters(), executor.polls());
        }
    }

    @ParameterizedTest
    @MethodSource("waits")
    void aDumpSaysWhatItWaitsFor(Wait wait) {
        wait.during().accept(() -> dump(wait));
    }

    private static void dump(Wait wait) {
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.spawner().spawn(TestTask.of("task", n -> wait.blocked().get()));
            executor.runUntilStalled();
            assertTrue(executor.dump().endsWith("\n  waits for " + wait.dump() + "\n"), executor.dump());
        }
    }

    @ParameterizedTest
    @MethodSource("waits")
    void whatIsLocalIsRefusedToAnotherExecutor(Wait wait) {
        wait.during().accept(() -> useElsewhere(wait));
    }

    private static void useElsewhere(Wait wait) {
        Future<?>[] first = new Future<?>[1];
        try (Executor mine = Executor.on(new VirtualClock())) {
            mine.spawner()
                    .spawn(TestTask.of("mine", n -> first[0] = wait.blocked().get()));
            mine.runUntilStalled();
            if (!wait.local() && wait.waiters() == 1) {
                first[0].cancel();
            }
            Future<?> elsewhere = wait.local() ? null : wait.blocked().get();
            if (wait.local()) {
                String type = wait.name().substring(0, wait.name().indexOf('.'));
                assertEquals(
                        "this " + type + " was made by " + type + ".local and belongs to one executor, but was used"
                                + " from another executor; make it with " + type + ".of, which is safe between threads",
                        assertThrows(IllegalStateException.class, () -> Pollen.blockOn(new Unstarted(wait.blocked())))
                                .getMessage());
            } else {
                assertEquals(Poll.PENDING, elsewhere.poll(Context.of(() -> {})));
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
        public Poll poll(Context cx) {
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
