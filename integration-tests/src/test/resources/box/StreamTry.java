// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Emits in try, catch and finally, nested, with awaits between. */
// cancelled otherwise
// cancel 4: try 0; make 1=0; inner 0; finally 0; make 2=7; finally again; after; outer finally; outer; try 1
// cancel 4: make 3=1; catch inner; caught; make 4=again; cancel 4; outer finally -> cancelled
final class StreamTry {
    private StreamTry() {}

    @Async
    static AsyncStream<String> parts(int mode) {
        try {
            emit("try " + mode);
            try {
                if (await(Leaf.of(mode)) == 1) {
                    throw new IllegalArgumentException("inner");
                }
                emit("inner " + mode);
                if (mode == 2) {
                    return AsyncStream.end();
                }
            } catch (IllegalArgumentException e) {
                emit("catch " + e.getMessage());
                log("caught");
                emit("catch " + await(Leaf.of("again")));
            } finally {
                emit("finally " + mode);
                await(Leaf.of(7));
                emit("finally again");
            }
            emit("after");
        } finally {
            log("outer finally");
            emit("outer");
        }
        return AsyncStream.end();
    }

    @Async
    static Future<String> box() {
        for (int mode = 0; mode < 3; mode++) {
            var parts = parts(mode);
            while (await(parts.next())) {
                log(parts.current());
            }
        }
        return Future.ready("OK");
    }
}
