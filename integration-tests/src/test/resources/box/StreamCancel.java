// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A stream that its consumer cancels. */
final class StreamCancel {
    private StreamCancel() {}

    @Async
    static AsyncStream<String> lines(String name) {
        try {
            emit(name + "1");
            await(Leaf.of(name));
            emit(name + "2");
        } catch (IllegalStateException e) {
            log("never");
        } finally {
            log("finally " + name);
        }
        return AsyncStream.end();
    }

    @Async
    static Future<String> box() {
        var unstarted = lines("u");
        unstarted.cancel();
        var lines = lines("a");
        if (await(lines.next())) {
            log(lines.current());
        }
        lines.cancel();
        log("cancelled");
        lines.cancel();
        for (int i = 0; i < 2; i++) {
            try {
                log(i == 0 ? lines.current() : "next " + await(lines.next())); // not in the report: then throws
            } catch (IllegalStateException e) {
                log(e.getMessage().substring(0, e.getMessage().indexOf(':')));
            }
        }
        var consumed = lines("b");
        while (await(consumed.next())) {
            log(consumed.current());
        }
        consumed.cancel();
        log("after the end " + await(consumed.next()));
        return Future.ready("OK");
    }
}
