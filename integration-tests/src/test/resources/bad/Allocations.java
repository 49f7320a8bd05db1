// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.AllowAllocation;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.annotations.NoAllocation;
import java.util.List;
import java.util.function.IntSupplier;

/** Under {@code @NoAllocation} each allocation of an async body is an error, whatever the compiler was told. */
final class Allocations {
    private Allocations() {}

    @Async
    static Future.OfInt one(int x) {
        return Future.ready(x);
    }

    @Async
    static Future<Object> free() {
        return Future.ready(new Object());
    }

    @NoAllocation
    @Async
    static Future<Object> method(int n, List<String> list) {
        Object o = new Object(); // POLLEN-037
        Integer box = n; // POLLEN-037
        String text = o + " of " + box; // POLLEN-037
        for (String s : list) { // POLLEN-037
            await(one(s.length()));
        }
        IntSupplier captures = () -> n; // POLLEN-037
        byte[] raw = new byte[captures.getAsInt()]; // POLLEN-037
        await(one(raw.length));
        if (n < 0) {
            throw new IllegalArgumentException("n is " + n);
        }
        return Future.ready(text);
    }

    @NoAllocation
    @Async
    static Future.OfInt heap(Future.OfInt first, int n) {
        Future.OfInt last = first;
        for (int i = 0; i < n; i++) {
            Future.OfInt next = one(i); // POLLEN-037
            await(last);
            last = next;
        }
        return last;
    }

    @NoAllocation
    @Async
    static Future<Object> block(int n) {
        Object made = await(async(() -> {
            await(one(n));
            return Future.ready(new int[n]); // POLLEN-037
        }));
        return Future.ready(made);
    }

    @NoAllocation
    @AsyncTask
    static Task<Void> task(int n) {
        int[] once = new int[n];
        for (;;) {
            once[0] += await(one(1));
            int[] again = new int[n]; // POLLEN-037
            once[0] += again.length;
        }
    }
}
