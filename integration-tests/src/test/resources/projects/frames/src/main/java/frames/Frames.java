// SPDX-License-Identifier: Apache-2.0
package frames;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.select;
import static dev.pollen.futures.Futures.yieldNow;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;

/** Frames of every shape. The last ones have sizes that are promised. */
final class Frames {
    static long sum;

    @Async
    static Future<Void> awaitsWithoutLocals() {
        await(yieldNow());
        return Future.done();
    }

    @Async
    static Future<Void> oneLong(long a) {
        await(yieldNow());
        sum += a;
        return Future.done();
    }

    @Async
    static Future<Void> fourLongs(long a, long b) {
        long c = a * b;
        long d = a + b;
        await(yieldNow());
        sum += a + b + c + d;
        return Future.done();
    }

    @Async
    static Future<String> references(String a, Object b, int[] c) {
        await(yieldNow());
        StringBuilder text = new StringBuilder(a);
        await(yieldNow());
        return Future.ready(text.append(b).append(c.length).toString());
    }

    @Async
    static Future.OfDouble mixed(byte a, char b, boolean c, double d, float e, short f, String g, int h) {
        await(yieldNow());
        return Future.ready(a + b + (c ? d : e) + f + g.length() + h);
    }

    @Async
    static Future.OfInt small(byte a, boolean b, short c) {
        await(yieldNow());
        return Future.ready(b ? (int) a : c);
    }

    @Async
    Future.OfBoolean instance(Future<Boolean> foreign) {
        boolean first = await(foreign);
        await(yieldNow());
        return Future.ready(first && hashCode() != 0);
    }

    @Async
    static Future.OfInt children(long a) {
        await(fourLongs(a, 1));
        int x = await(small((byte) 1, true, (short) 2));
        double y = await(mixed((byte) 1, 'b', true, x, 1f, (short) 2, "g", 3));
        return Future.ready((int) (x + y + a));
    }

    @Async
    static Future<Void> combinators(long a) {
        var first = await(select(oneLong(a), yieldNow()));
        sum += first.index();
        await(join(fourLongs(a, 2), awaitsWithoutLocals()));
        sum += a;
        return Future.done();
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> taskThatAwaits(long a, String b) {
        for (int i = 0; i < 3; i++) {
            await(children(a));
            sum += b.length();
        }
        return Task.done();
    }

    @AsyncTask
    static Task.OfLong taskWithResult(int a) {
        await(yieldNow());
        return Task.ready(a + sum);
    }

    @Async
    static Future<Void> promisedEmpty() {
        return Future.done();
    }

    @Async
    static Future<Void> promisedTwoLongs(long a, long b) {
        sum += a + b;
        return Future.done();
    }

    @AsyncTask
    static Task<Void> promisedEmptyTask() {
        return Task.done();
    }

    @AsyncTask
    static Task<Void> promisedTaskOfFourLongs(long a, long b, long c, long d) {
        sum += a + b + c + d;
        return Task.done();
    }
}
