// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.sync.Channel;
import dev.pollen.sync.IntChannel;
import dev.pollen.sync.LongChannel;
import dev.pollen.sync.PriorityChannel;
import dev.pollen.sync.ReceiveReservation;
import dev.pollen.sync.SendReservation;

/** Values on approval and reserved slots in try-with-resources: what is left half-way goes back to where it was. */
final class ReservedMessages {
    private ReservedMessages() {}

    @Async
    static Future<Void> approve(Channel<String> jobs, int steps) {
        try (ReceiveReservation<String> job = await(jobs.reserveReceive())) {
            for (int i = 0; i < steps; i++) {
                await(Leaf.of(i));
            }
            log("done " + job.commit());
        } finally {
            log("left " + jobs.size() + ", next " + jobs.tryPeekOr("none"));
        }
        return Future.done();
    }

    @Async
    static Future<Void> fill(Channel<String> jobs, String name) {
        try (SendReservation<String> slot = await(jobs.reserveSend())) {
            slot.commit(name + await(Leaf.of(7)));
        } finally {
            log("free " + jobs.freeCapacity());
        }
        return Future.done();
    }

    @Async
    static Future<Integer> numbers() {
        IntChannel ints = IntChannel.of(2);
        LongChannel longs = LongChannel.of(2);
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            await(ints.send(await(Leaf.of(i))));
            await(longs.send(1L << (32 + i)));
            var r = await(select(longs.receive(), ints.receive()));
            sum += r.isFirst() ? (int) (r.first().getAsLong() >> 32) : 0;
            sum += await(ints.receive());
        }
        return Future.ready(sum);
    }

    @Async
    static Future<String> box() {
        PriorityChannel<String> jobs = PriorityChannel.of(3);
        await(jobs.send("low", 1));
        await(jobs.send("high", 2));
        await(fill(jobs, "none"));
        await(approve(jobs, 2));
        await(approve(jobs, 0));
        int sum = await(numbers());
        return Future.ready(sum == 1 + 2 + 4 + 3 && jobs.size() == 1 ? "OK" : sum + " " + jobs.size());
    }
}
