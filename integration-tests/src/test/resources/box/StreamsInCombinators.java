// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.race;
import static dev.pollen.futures.Futures.select;
import static dev.pollen.futures.Futures.selectAll;
import static dev.pollen.futures.Futures.tryJoin;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Streams as children of every combinator: a next() that is cancelled or whose neighbour throws loses no value. */
// woven only
final class StreamsInCombinators {
    private StreamsInCombinators() {}

    @Async
    static AsyncStream.OfInt numbers(int from) {
        try {
            for (int i = from; i < from + 4; i++) {
                await(Leaf.of(i));
                emit(i);
            }
        } finally {
            log("end " + from);
        }
        return AsyncStream.OfInt.end();
    }

    @Async
    static Future.OfInt slow(int n) {
        try {
            await(Leaf.of(n));
            await(Leaf.of(n));
        } finally {
            log("slow " + n);
        }
        return Future.ready(n);
    }

    @Async
    static Future<String> box() {
        var a = numbers(10);
        var b = numbers(20);
        int sum = 0;
        int expected = 0;
        var joined = await(join(a.next(), slow(1), b.next()));
        if (joined.first().getAsBoolean() && joined.third().getAsBoolean()) {
            sum += a.currentAsInt() + b.currentAsInt();
        }
        expected += 10 + 20;
        var raced = await(race(a.next(), slow(2)));
        log("raced " + raced);
        boolean aHasRun = raced.equals(true);
        sum += aHasRun ? a.currentAsInt() : 11;
        expected += 11;
        var tried = await(tryJoin(join(b.next(), a.next())));
        if (tried.hasFailed()) {
            log("failed " + tried.failed() + " " + tried.failure().getMessage());
            return Future.ready("failed");
        }
        sum += b.currentAsInt() + a.currentAsInt();
        expected += 21 + (aHasRun ? 12 : 11);
        var all = await(selectAll(a.next(), b.next(), slow(3)));
        log(all.isFirst() + " " + all.isSecond() + " " + all.isThird());
        // The children are asked before the streams: one that has thrown has no current value, and says so here.
        sum += all.isFirst() && all.first().getAsBoolean() ? a.currentAsInt() : 0;
        sum += all.isSecond() && all.second().getAsBoolean() ? b.currentAsInt() : 0;
        expected += (all.isFirst() ? aHasRun ? 13 : 12 : 0) + (all.isSecond() ? 22 : 0);
        var last = await(select(b.next(), slow(4)));
        sum += last.isFirst() ? b.currentAsInt() : 0;
        expected += last.isFirst() ? all.isSecond() ? 23 : 22 : 0;
        return Future.ready(sum == expected ? "OK" : sum + " for " + expected);
    }
}
