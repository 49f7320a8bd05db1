// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A stream that is made again in a loop: the one before is cancelled first. */
// woven only
// expect: make 1=1; turn; finally 2; make 2=11; turn; finally 12; make 3=21; turn; finally 22 -> value OK
// cancel 1: make 1=1; cancel 1; finally 1 -> cancelled
// cancel 2: make 1=1; turn; finally 2; make 2=11; cancel 2; finally 11 -> cancelled
final class StreamAgain {
    private StreamAgain() {}

    @Async
    static AsyncStream.OfInt from(int start) {
        try {
            while (true) {
                emit(start++);
                await(Leaf.of(start));
            }
        } finally {
            log("finally " + start); // not in the report: then throws
        }
    }

    @Async
    static Future<String> box() {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            var stream = from(i * 10);
            while (await(stream.next())) {
                sum += stream.currentAsInt();
                if (stream.currentAsInt() > i * 10) {
                    break;
                }
            }
            log("turn");
        }
        AsyncStream.OfInt last = null;
        for (int i = 0; i < 2; i++) {
            AsyncStream.OfInt stream = from(100 * (i + 1));
            await(stream.next());
            if (last != null) {
                sum += last.currentAsInt();
            }
            last = stream;
        }
        sum += last.currentAsInt();
        return Future.ready(sum == 363 ? "OK" : "sum " + sum);
    }
}
