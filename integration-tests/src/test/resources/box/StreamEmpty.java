// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Streams without values: a generator that never emits, and an end that nobody wove. */
final class StreamEmpty {
    private StreamEmpty() {}

    @Async
    static AsyncStream<String> silent(int awaits) {
        for (int i = 0; i < awaits; i++) {
            await(Leaf.of(i));
        }
        log("silent ends");
        return AsyncStream.end();
    }

    @Async
    static AsyncStream<String> maybe(boolean any) {
        if (any) {
            emit("any");
        }
        return any ? AsyncStream.end() : AsyncStream.end();
    }

    static AsyncStream.OfLong none() {
        return AsyncStream.OfLong.end();
    }

    @Async
    static Future<String> box() {
        int n = 0;
        for (int i = 0; i < 3; i++) {
            var silent = silent(i);
            while (await(silent.next())) {
                n++;
            }
        }
        var none = none();
        while (await(none.next())) {
            n += none.currentAsLong();
        }
        var no = maybe(false);
        var yes = maybe(true);
        while (await(no.next()) || await(yes.next())) {
            n += 10;
        }
        return Future.ready(n == 10 ? "OK" : "n " + n);
    }
}
