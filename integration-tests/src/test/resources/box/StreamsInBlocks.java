// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A stream that an async block consumes in part, the rest is consumed through a generator. */
// cancelled otherwise
// cancel 1: make 1=0; cancel 1; numbers end -> cancelled
// cancel 4: make 1=0; make 2=1; make 3=2; 3; make 4=3; cancel 4; numbers end -> cancelled
final class StreamsInBlocks {
    private StreamsInBlocks() {}

    @Async
    static AsyncStream.OfInt numbers(int n) {
        try {
            for (int i = 0; i < n; i++) {
                emit(await(Leaf.of(i)));
            }
        } finally {
            log("numbers end");
        }
        return AsyncStream.OfInt.end();
    }

    @Async
    static AsyncStream.OfInt and(AsyncStream.OfInt of, int second) {
        while (await(of.next())) {
            emit(of.currentAsInt());
            emit(second);
        }
        return AsyncStream.OfInt.end();
    }

    @Async
    static Future<String> box() {
        var numbers = numbers(4);
        int first = await(asyncInt(() -> {
            int sum = 0;
            while (await(numbers.next())) {
                sum += numbers.currentAsInt();
                if (sum > 2) {
                    break;
                }
            }
            return Future.ready(sum);
        }));
        log(first);
        var rest = and(numbers, first);
        int all = 0;
        while (await(rest.next())) {
            all = all * 10 + rest.currentAsInt();
        }
        return Future.ready(all == 33 ? "OK" : "all " + all);
    }
}
