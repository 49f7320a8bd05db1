// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.CancelledError;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A generator that emits, awaits and swallows while it is cancelled. */
// woven only
// expect: first; caught 0; finally 0; swallowed 0; cancelled 0; first; caught 1; finally 1; cancelled 1; first
// expect: caught 2; finally 2; cancelled 2; first; make 1=between; second; finally 3; swallowed 3
// expect: cancelled 3 -> value OK
// cancel 1: first; caught 0; finally 0; swallowed 0; cancelled 0; first; caught 1; finally 1; cancelled 1; first
// cancel 1: caught 2; finally 2; cancelled 2; first; make 1=between; cancel 1; caught 3; finally 3
// cancel 1: swallowed 3 -> cancelled
final class StreamUnwinding {
    private StreamUnwinding() {}

    @Async
    @SuppressWarnings("pollen:049")
    static AsyncStream<String> stubborn(int mode) {
        try {
            emit("first");
            await(Leaf.of("between"));
            emit("second");
        } catch (CancelledError e) {
            log("caught " + mode);
            if (mode == 1) {
                emit("while unwinding");
                log("never reached");
            }
        } finally {
            log("finally " + mode);
            if (mode == 2) {
                emit("in finally");
                log("reached where it ends by itself");
            }
        }
        log("swallowed " + mode);
        return AsyncStream.end();
    }

    @Async
    static Future<String> box() {
        for (int mode = 0; mode < 4; mode++) {
            var stream = stubborn(mode);
            while (await(stream.next())) {
                log(stream.current());
                if (mode < 3) {
                    break;
                }
            }
            stream.cancel();
            log("cancelled " + mode);
        }
        return Future.ready("OK");
    }
}
