// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.sync.Broadcast;
import dev.pollen.sync.IntWatch;
import dev.pollen.sync.IntWatchReceiver;
import dev.pollen.sync.LaggedException;
import dev.pollen.sync.OneShot;
import dev.pollen.sync.Pipe;
import dev.pollen.sync.PubSubChannel;
import dev.pollen.sync.Subscriber;
import dev.pollen.sync.ValueListProvider;
import dev.pollen.sync.Watch;
import dev.pollen.sync.WatchReceiver;
import dev.pollen.sync.ZeroCopyChannel;

/** What carries messages, awaited in one task that never has to wait for itself: each future in its slot. */
final class Messages {
    private Messages() {}

    @Async
    static Future<String> watches() {
        Watch<String> mode = Watch.of("a");
        WatchReceiver<String> sees = mode.receiver();
        String all = await(sees.get());
        mode.send("b" + await(Leaf.of(1)));
        all += await(sees.changed());
        mode.send("c");
        all += await(sees.changedIf(m -> m.equals("c")));
        IntWatch level = IntWatch.of(5);
        IntWatchReceiver meter = level.receiver();
        level.modify(n -> n + 2);
        var r = await(select(meter.changed(), sees.changed()));
        return Future.ready(all + (r.isFirst() ? r.first().getAsInt() : -1));
    }

    @Async
    static Future<String> topics() {
        PubSubChannel<String> topic = PubSubChannel.of(1);
        Broadcast<Integer> news = Broadcast.of(1);
        String all = "";
        try (Subscriber<String> a = topic.subscribe();
                Subscriber<Integer> b = news.subscribe()) {
            await(topic.publish("p" + await(Leaf.of(2))));
            all += await(a.next());
            news.send(1);
            news.send(2);
            try {
                await(b.next());
            } catch (LaggedException e) {
                all += " missed " + e.missed();
            }
            all += " then " + await(b.next()) + await(Leaf.of(3));
        } finally {
            log("subscribed " + topic.subscribers() + " " + news.subscribers());
        }
        return Future.ready(all);
    }

    @Async
    static Future<String> bytes() {
        Pipe pipe = Pipe.of(4);
        byte[] into = new byte[4];
        int sum = await(pipe.writeAll(new byte[] {1, 2, 3}));
        sum += await(pipe.read(into, 0, 1));
        sum += await(pipe.fill());
        pipe.consume(1);
        ZeroCopyChannel<int[]> frames = ZeroCopyChannel.of(new int[2][1]);
        try (ZeroCopyChannel.SendSlot<int[]> slot = await(frames.send())) {
            slot.value()[0] = 40;
            await(Leaf.of(4));
            slot.sendDone();
        } finally {
            log("frames " + frames.size());
        }
        try (ZeroCopyChannel.ReceiveSlot<int[]> slot = await(frames.receive())) {
            sum += slot.value()[0];
        }
        return Future.ready(sum + " " + frames.size());
    }

    @Async
    static Future<String> answers() {
        OneShot<String> answer = OneShot.of();
        answer.send("x");
        ValueListProvider<Integer, String> provider = ValueListProvider.of();
        Future<String> asked = provider.get(7);
        provider.resolveFirstMatching(request -> request == 7, "y");
        String all = await(answer.receive()) + await(asked);
        await(answer.closed());
        return Future.ready(all);
    }

    @Async
    static Future<String> box() {
        String all = await(watches()) + "; " + await(topics()) + "; " + await(bytes()) + "; " + await(answers());
        return Future.ready(all.equals("ab1c7; p2 missed 1 then 23; 46 1; xy") ? "OK" : all);
    }
}
