// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** An exception of a generator leaves from the await of next(). */
final class StreamThrows {
    private StreamThrows() {}

    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    @Async
    static AsyncStream.OfInt breaks(int after) {
        try {
            for (int i = 0; ; i++) {
                if (i == after) {
                    throw new Broken("at " + i);
                }
                emit(await(Leaf.of(i)));
            }
        } finally {
            log("finally");
        }
    }

    @Async
    static Future<String> box() {
        for (int after = 0; after < 3; after++) {
            var breaks = breaks(after);
            try {
                while (await(breaks.next())) {
                    log(breaks.currentAsInt());
                }
                return Future.ready("not thrown");
            } catch (Broken e) {
                log(e.getMessage());
            }
            try {
                await(breaks.next());
                return Future.ready("not over");
            } catch (IllegalStateException e) {
                log("over");
            }
        }
        return Future.ready("OK");
    }
}
