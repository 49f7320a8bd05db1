// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.testing.Allocation;
import dev.pollen.testing.Budget;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** In slots, as woven code has them, what carries messages allocates nothing: values of primitive types are not boxed. */
final class MessageAllocationTest {
    private static final Context CX = Context.of(() -> {});
    private static final Context BROKE = new Budget(() -> {}, 0);

    static Stream<Arguments> rounds() {
        return Stream.of(
                round("Channel.of, reserved", reservations(Channel.of(2))),
                round("Channel.local, reserved", reservations(Channel.local(2))),
                round("PriorityChannel.of, reserved", reservations(PriorityChannel.of(2))),
                round("PriorityChannel.of", ranked(PriorityChannel.of(2))),
                round("PriorityChannel.local", ranked(PriorityChannel.local(2))),
                round("IntChannel.of", ints(IntChannel.of(2))),
                round("IntChannel.local", ints(IntChannel.local(2))),
                round("LongChannel.of", longs(LongChannel.of(2))),
                round("LongChannel.local", longs(LongChannel.local(2))),
                round("Watch.of", watch(Watch.of("z"))),
                round("Watch.local", watch(Watch.local("z"))),
                round("IntWatch.of", ints(IntWatch.of(0))),
                round("OneShot.of", oneShot(OneShot.of())),
                round("OneShot.local", oneShot(OneShot.local())),
                round("ValueProvider.of", provider(ValueProvider.of())),
                round("BroadcastValueProvider.local", provider(BroadcastValueProvider.local())),
                round("ValueListProvider.of", provider(ValueListProvider.of())),
                round("PubSubChannel.of", topic(PubSubChannel.of(1))),
                round("PubSubChannel.local", topic(PubSubChannel.local(1))),
                round("Broadcast.of", broadcast(Broadcast.of(1))),
                round("Broadcast.local", broadcast(Broadcast.local(1))),
                round("Pipe.of", pipe(Pipe.of(3))),
                round("Pipe.local", pipe(Pipe.local(3))),
                round("ZeroCopyChannel.of", buffers(ZeroCopyChannel.of(new byte[1][1]))),
                round("ZeroCopyChannel.local", buffers(ZeroCopyChannel.local(new byte[1][1]))),
                round("RpcService.of", service(RpcService.of())),
                round("RpcService.local", service(RpcService.local())),
                round("IntSignal.of", ints(IntSignal.of())),
                round("LongSignal.local", longs(LongSignal.local())));
    }

    private static Arguments round(String name, Runnable round) {
        return Arguments.of(name, round);
    }

    // pw_async2: DynamicForwardsDataAndAutomaticallyDeallocates
    @ParameterizedTest(name = "{0}")
    @MethodSource("rounds")
    void nothingIsAllocated(String name, Runnable round) {
        assertEquals(0, Allocation.bytes(round));
    }

    @Test
    void aBoxWouldBeSeen() {
        IntChannel channel = IntChannel.of(1);
        IntChannel.Receive receive = new IntChannel.Receive();
        int[] next = {1_000};
        Integer[] kept = new Integer[1];
        assertNotEquals(0, Allocation.bytes(() -> {
            channel.trySend(next[0]++);
            poll(channel.receive$in(receive), Poll.READY);
            kept[0] = receive.get();
        }));
    }

    private static void poll(Future<?> future, Poll expected) {
        poll(future, expected, CX);
    }

    private static void poll(Future<?> future, Poll expected, Context cx) {
        if (future.poll(cx) != expected) {
            throw new AssertionError("not " + expected);
        }
    }

    private static void check(boolean expected) {
        if (!expected) {
            throw new AssertionError();
        }
    }

    private static Runnable reservations(Channel<String> channel) {
        SendReservation.Reserve<String> send = new SendReservation.Reserve<>();
        ReceiveReservation.Reserve<String> receive = new ReceiveReservation.Reserve<>();
        ReceiveReservation.Reserve<String> other = new ReceiveReservation.Reserve<>();
        SendReservation<String> own = new SendReservation<>();
        ReceiveReservation<String> held = new ReceiveReservation<>();
        return () -> {
            poll(channel.reserveReceive$in(receive), Poll.PENDING);
            poll(channel.reserveReceive$in(other), Poll.PENDING);
            poll(channel.reserveSend$in(send), Poll.READY);
            send.get().commit("a");
            check(channel.tryReserveSend(own) && own.commit("b"));
            receive.cancel();
            poll(other, Poll.PENDING, BROKE);
            poll(other, Poll.READY);
            check(channel.tryReserveReceive(held));
            other.get().close();
            check(held.commit().equals("b") && channel.tryReceive().equals("a"));
        };
    }

    private static Runnable ranked(PriorityChannel<String> channel) {
        PriorityChannel.RankedSend<String> send = new PriorityChannel.RankedSend<>();
        PriorityChannel.RankedSend<String> waits = new PriorityChannel.RankedSend<>();
        Channel.Receive<String> receive = new Channel.Receive<>();
        PriorityChannel.Filter<String> filter = value -> value.equals("a");
        return () -> {
            poll(channel.send$in("a", 1, send), Poll.READY);
            check(channel.trySend("b", 2));
            poll(channel.send$in("c", 3, waits), Poll.PENDING);
            check(channel.removeIf(filter) == 1);
            poll(waits, Poll.READY);
            poll(channel.receive$in(receive), Poll.READY);
            check(receive.take().equals("c") && channel.clear() == 1);
        };
    }

    private static Runnable ints(IntChannel channel) {
        IntChannel.Send send = new IntChannel.Send();
        IntChannel.Receive receive = new IntChannel.Receive();
        int[] next = {1_000};
        return () -> {
            int value = next[0]++;
            poll(channel.receive$in(receive), Poll.PENDING);
            poll(channel.send$in(value, send), Poll.READY);
            poll(receive, Poll.READY);
            check(receive.getAsInt() == value);
            check(channel.trySend(value) && channel.tryPeekOr(0) == value && channel.tryReceiveOr(0) == value);
        };
    }

    private static Runnable longs(LongChannel channel) {
        LongChannel.Send send = new LongChannel.Send();
        LongChannel.Receive receive = new LongChannel.Receive();
        long[] next = {1L << 40};
        return () -> {
            long value = next[0]++;
            poll(channel.receive$in(receive), Poll.PENDING);
            poll(channel.send$in(value, send), Poll.READY);
            poll(receive, Poll.READY);
            check(receive.getAsLong() == value);
            check(channel.trySend(value) && channel.tryReceiveOr(0) == value);
        };
    }

    private static Runnable ints(IntSignal signal) {
        IntSignal.Take take = new IntSignal.Take();
        int[] next = {1_000};
        return () -> {
            int value = next[0]++;
            poll(signal.take$in(take), Poll.PENDING);
            signal.signal(value);
            poll(take, Poll.READY);
            check(take.getAsInt() == value);
            signal.signal(value);
            check(signal.tryTakeOr(0) == value);
        };
    }

    private static Runnable longs(LongSignal signal) {
        LongSignal.Take take = new LongSignal.Take();
        long[] next = {1L << 40};
        return () -> {
            long value = next[0]++;
            poll(signal.take$in(take), Poll.PENDING);
            signal.signal(value);
            poll(take, Poll.READY);
            check(take.getAsLong() == value);
        };
    }

    private static Runnable watch(Watch<String> watch) {
        WatchReceiver<String> receiver = watch.receiver();
        WatchReceiver<String> other = watch.receiver();
        WatchReceiver.Next<String> next = new WatchReceiver.Next<>();
        WatchReceiver.Next<String> waits = new WatchReceiver.Next<>();
        Watch.Condition<String> b = value -> value.equals("b");
        return () -> {
            watch.send("a");
            poll(receiver.changed$in(next), Poll.READY);
            poll(receiver.changedIf$in(b, next), Poll.PENDING);
            poll(other.changed$in(waits), Poll.READY);
            poll(other.changed$in(waits), Poll.PENDING);
            watch.send("c");
            poll(next, Poll.PENDING);
            waits.cancel();
            watch.send("b");
            poll(next, Poll.PENDING, BROKE);
            poll(next, Poll.READY);
            check(next.take().equals("b") && other.tryChanged().equals("b"));
        };
    }

    private static Runnable ints(IntWatch watch) {
        IntWatchReceiver receiver = watch.receiver();
        IntWatchReceiver.Next next = new IntWatchReceiver.Next();
        IntWatch.Change more = before -> before + 1_000;
        return () -> {
            poll(receiver.get$in(next), Poll.READY);
            int before = next.getAsInt();
            poll(receiver.changed$in(next), Poll.PENDING);
            check(watch.modify(more));
            poll(next, Poll.READY);
            check(next.getAsInt() == before + 1_000);
        };
    }

    private static Runnable oneShot(OneShot<String> shot) {
        OneShot.Receive<String> receive = new OneShot.Receive<>();
        OneShot.Receive<String> other = new OneShot.Receive<>();
        OneShot.Closed closed = new OneShot.Closed();
        return () -> {
            poll(shot.receive$in(receive), Poll.PENDING);
            poll(shot.receive$in(other), Poll.PENDING);
            poll(shot.closed$in(closed), Poll.PENDING);
            check(shot.send("a"));
            receive.cancel();
            poll(other, Poll.PENDING, BROKE);
            poll(other, Poll.READY);
            poll(closed, Poll.READY);
            check(other.take().equals("a"));
            shot.renew();
            check(shot.send("b") && shot.tryReceive().equals("b"));
            shot.close();
            shot.renew();
        };
    }

    private static Runnable provider(ValueProvider<String> provider) {
        ProvidedValue<String> slot = new ProvidedValue<>();
        return () -> {
            poll(provider.get$in(slot), Poll.PENDING);
            check(provider.resolve("a"));
            poll(slot, Poll.READY);
            provider.get$in(slot).cancel();
            check(slot != null && !provider.hasFuture());
        };
    }

    private static Runnable provider(BroadcastValueProvider<String> provider) {
        ProvidedValue<String> a = new ProvidedValue<>();
        ProvidedValue<String> b = new ProvidedValue<>();
        return () -> {
            poll(provider.get$in(a), Poll.PENDING);
            provider.get$in(b);
            check(provider.resolve("a") == 2);
            poll(a, Poll.READY);
            poll(b, Poll.READY);
        };
    }

    private static Runnable provider(ValueListProvider<String, String> provider) {
        ProvidedValue<String> a = new ProvidedValue<>();
        ProvidedValue<String> b = new ProvidedValue<>();
        ValueListProvider.Match<String> match = "y"::equals;
        return () -> {
            provider.get$in("x", a);
            provider.get$in("y", b);
            check(provider.resolveFirstMatching(match, "1") && provider.resolveFirst("2"));
            poll(b, Poll.READY);
            poll(a, Poll.READY);
            check(a.take().equals("2") && b.take().equals("1"));
        };
    }

    private static Runnable topic(PubSubChannel<String> channel) {
        Subscriber<String> a = channel.subscribe();
        Subscriber<String> b = channel.subscribe();
        Subscriber.Next<String> next = new Subscriber.Next<>();
        Subscriber.Next<String> other = new Subscriber.Next<>();
        PubSubChannel.Publish<String> publish = new PubSubChannel.Publish<>();
        PubSubChannel.Publish<String> waits = new PubSubChannel.Publish<>();
        return () -> {
            poll(a.next$in(next), Poll.PENDING);
            poll(b.next$in(other), Poll.PENDING);
            poll(channel.publish$in("a", publish), Poll.READY);
            poll(channel.publish$in("b", publish), Poll.PENDING);
            poll(channel.publish$in("c", waits), Poll.PENDING);
            other.cancel();
            poll(next, Poll.PENDING, BROKE);
            poll(next, Poll.READY);
            check(b.tryNext().equals("a"));
            publish.cancel();
            poll(waits, Poll.READY);
            check(a.tryNext().equals("c") && b.tryNext().equals("c"));
        };
    }

    private static Runnable broadcast(Broadcast<String> broadcast) {
        Subscriber<String> a = broadcast.subscribe();
        Subscriber.Next<String> next = new Subscriber.Next<>();
        return () -> {
            broadcast.send("a");
            broadcast.send("b");
            try {
                a.next$in(next).poll(CX);
                throw new AssertionError();
            } catch (LaggedException lagged) {
                check(lagged.missed() == 1);
            }
            poll(a.nextKept$in(next), Poll.READY);
            check(next.take().equals("b"));
        };
    }

    private static Runnable pipe(Pipe pipe) {
        Pipe.Read read = new Pipe.Read();
        Pipe.Read other = new Pipe.Read();
        Pipe.Write write = new Pipe.Write();
        Pipe.Full full = new Pipe.Full();
        byte[] from = new byte[5];
        byte[] into = new byte[5];
        return () -> {
            poll(pipe.read$in(into, read), Poll.PENDING);
            poll(pipe.read$in(into, other), Poll.PENDING);
            poll(pipe.waitFull$in(full), Poll.PENDING);
            poll(pipe.writeAll$in(from, write), Poll.PENDING);
            poll(full, Poll.READY);
            read.cancel();
            poll(other, Poll.READY);
            poll(write, Poll.READY);
            poll(pipe.fill$in(read), Poll.READY);
            check(write.getAsInt() == 5 && read.getAsInt() == 2);
            pipe.consume(1);
            check(pipe.tryRead(into, 0, 5) == 1 && pipe.tryWrite(from, 0, 1) == 1 && pipe.clear() == 1);
        };
    }

    private static Runnable buffers(ZeroCopyChannel<byte[]> channel) {
        ZeroCopyChannel.Send<byte[]> send = new ZeroCopyChannel.Send<>();
        ZeroCopyChannel.Receive<byte[]> receive = new ZeroCopyChannel.Receive<>();
        ZeroCopyChannel.Receive<byte[]> other = new ZeroCopyChannel.Receive<>();
        ZeroCopyChannel.SendSlot<byte[]> own = new ZeroCopyChannel.SendSlot<>();
        return () -> {
            poll(channel.receive$in(receive), Poll.PENDING);
            poll(channel.receive$in(other), Poll.PENDING);
            poll(channel.send$in(send), Poll.READY);
            send.get().sendDone();
            receive.cancel();
            poll(other, Poll.PENDING, BROKE);
            poll(other, Poll.READY);
            poll(channel.send$in(send), Poll.PENDING);
            other.get().receiveDone();
            poll(send, Poll.READY);
            send.get().close();
            check(channel.trySend(own));
            own.close();
        };
    }

    private static Runnable service(RpcService<int[]> service) {
        RpcService.Serve<int[]> serve = new RpcService.Serve<>();
        RpcService.Request<Void> call = new RpcService.Request<>();
        RpcService.Request<Void> other = new RpcService.Request<>();
        RpcService.Call<int[], Void> code = state -> {
            state[0]++;
            return null;
        };
        int[] state = {0};
        return () -> {
            int before = state[0];
            poll(service.call$in(code, call), Poll.PENDING);
            poll(service.serve$in(state, serve), Poll.PENDING);
            poll(call, Poll.READY);
            poll(service.call$in(code, call), Poll.PENDING);
            poll(service.call$in(code, other), Poll.PENDING);
            call.cancel();
            check(service.tryCall(code));
            poll(serve, Poll.PENDING);
            poll(other, Poll.READY);
            serve.cancel();
            check(state[0] == before + 3);
        };
    }
}
