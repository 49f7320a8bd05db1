// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.select;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.time.Timer;

/** Tasks that are larger than they may be, whichever is woven first: their frames or those that they await. */
final class MaxBytes {
    private MaxBytes() {}

    @AsyncTask(maxBytes = 32)
    static Task<Void> fits() {
        return Task.done();
    }

    @AsyncTask(maxBytes = 31)
    static Task<Void> byOneByte() { // POLLEN-054
        return Task.done();
    }

    @AsyncTask(maxBytes = 200)
    static Task<Void> later(int from) { // POLLEN-054
        for (long i = from; ; i++) {
            await(Timer.afterMillis(1));
            var r = await(select(Later.four(i), Timer.afterMillis(i)));
            i += r.index();
        }
    }

    @Async
    static Future.OfLong small(long a) {
        await(Timer.afterMillis(a));
        return Future.ready(a);
    }

    static final class Earlier {
        @AsyncTask(maxBytes = 100)
        static Task<Void> earlier() { // POLLEN-054
            await(small(1));
            return Task.done();
        }
    }
}

final class Later {
    private Later() {}

    @Async
    static Future.OfLong four(long a) {
        long b = a * 2;
        long c = b * 2;
        await(MaxBytes.small(c));
        await(Timer.afterMillis(a));
        return Future.ready(a + b + c);
    }
}
