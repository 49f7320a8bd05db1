// SPDX-License-Identifier: Apache-2.0
// options: -Apollen.alloc=report
package bad;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.AllowAllocation;
import dev.pollen.annotations.Async;

/** What is told of allocations where nothing forbids them: futures on the heap, frames of receivers nobody knows, objects. */
final class AllocationNotes {
    private AllocationNotes() {}

    interface Sensor {
        @Async
        Future.OfInt read();
    }

    @Async
    static Future.OfInt one(int x) {
        return Future.ready(x);
    }

    @Async
    static Future<Void> overlapping(int n) {
        Future.OfInt last = one(0);
        for (int i = 0; i < n; i++) {
            Future.OfInt next = one(i); // POLLEN-015
            await(last);
            last = next;
        }
        await(last);
        return Future.done();
    }

    @Async
    static Future.OfInt ask(Sensor sensor) {
        return Future.ready(await(sensor.read())); // POLLEN-024
    }

    @Async
    static Future.OfInt object(int n) {
        int[] values = new int[n]; // POLLEN-036
        await(one(n));
        return Future.ready(values.length);
    }

    @AllowAllocation
    @Async
    static Future.OfInt accepted(int n) {
        int[] values = new int[n];
        await(one(n));
        return Future.ready(values.length);
    }
}
