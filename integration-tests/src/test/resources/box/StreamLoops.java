// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Labelled loops, switches and jumps around emits. */
final class StreamLoops {
    private StreamLoops() {}

    @Async
    @SuppressWarnings("fallthrough")
    static AsyncStream.OfInt pairs(int limit) {
        int seen = 0;
        outer:
        for (int i = 0; ; i++) {
            for (int j = 0; j < 4; j++) {
                if (j == 2 && i % 2 == 0) {
                    continue outer;
                }
                if (i == limit) {
                    break outer;
                }
                emit(i * 10 + j);
                seen++;
            }
        }
        do {
            switch (seen % 3) {
                case 0:
                    emit(1000 + seen);
                    // falls through
                case 1:
                    emit(await(Leaf.of(2000)) + seen);
                    break;
                default:
                    seen--;
                    continue;
            }
            seen -= 2;
        } while (seen > 0);
        for (int n : new int[] {5, 6}) {
            if (n > 0) emit(n);
        }
        return AsyncStream.OfInt.end();
    }

    @Async
    static Future<String> box() {
        var pairs = pairs(3);
        while (await(pairs.next())) {
            log(pairs.currentAsInt());
        }
        return Future.ready("OK");
    }
}
