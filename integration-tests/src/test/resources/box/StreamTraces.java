// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.check;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** The stack trace of an exception names the generator, before and after an emit. */
// woven only
final class StreamTraces {
    private StreamTraces() {}

    @Async
    static AsyncStream<String> thrower() {
        emit("first");
        await(Leaf.of(1));
        emit("second");
        throw new UnsupportedOperationException();
    }

    @Async
    static Future<String> box() {
        var thrower = thrower();
        int n = 0;
        try {
            while (await(thrower.next())) {
                n++;
            }
        } catch (UnsupportedOperationException e) {
            StackTraceElement top = e.getStackTrace()[0];
            check(top.getMethodName().startsWith("thrower"));
            check(top.getClassName().equals("box.StreamTraces"));
        }
        return Future.ready(n == 2 ? "OK" : "n " + n);
    }
}
