// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A consumer that stops early: its frame ends the generator, once. */
// woven only
// expect: consumer ends; finally of e0; make 1=cleaned; cancel 1; make 2=0; consumer ends; finally of e1
// expect: make 3=cleaned; cancel 3; box ends -> value OK
// cancel 1: consumer ends; finally of e0; make 1=cleaned; cancel 1; make 2=0; cancel 2; finally of e1
// cancel 1: make 3=cleaned; cancel 3; consumer ends -> cancelled
final class StreamBreak {
    private StreamBreak() {}

    @Async
    static AsyncStream.OfInt endless(String name) {
        try {
            for (int i = 0; ; i++) {
                emit(i);
                await(Leaf.of(i));
            }
        } finally {
            log("finally of " + name); // not in the report: then throws
            await(Leaf.of("cleaned"));
            log("not reached where that pends");
        }
    }

    @Async
    static Future.OfInt consume(int until) {
        var stream = endless("e" + until);
        try {
            while (await(stream.next())) {
                if (stream.currentAsInt() == until) {
                    break;
                }
            }
            return Future.ready(stream.currentAsInt());
        } finally {
            log("consumer ends");
        }
    }

    @Async
    static Future<String> box() {
        var unused = endless("unused");
        int n = await(consume(0)) + await(consume(1));
        log(unused == null ? "" : "box ends");
        return Future.ready(n == 1 ? "OK" : "n " + n);
    }
}
