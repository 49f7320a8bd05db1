// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Generators that await in their clean-up, one in the other: cancelled there, too, each part runs once. */
final class StreamCleanUp {
    private StreamCleanUp() {}

    @Async
    static AsyncStream<String> inner(int n) {
        try {
            emit("i" + await(Leaf.of(n)));
            emit("j" + await(Leaf.of(n)));
        } finally {
            try {
                log("inner ends " + await(Leaf.of(n)));
                log("and more " + await(Leaf.of(n + 1)));
            } finally {
                log("inner ended " + await(Leaf.of(n + 2)));
            }
        }
        return AsyncStream.end();
    }

    @Async
    static AsyncStream<String> outer() {
        for (int i = 0; i < 2; i++) {
            var inner = inner(i);
            try {
                while (await(inner.next())) {
                    emit(inner.current() + i);
                }
            } finally {
                log("outer ends " + await(Leaf.of(i)));
            }
        }
        return AsyncStream.end();
    }

    @Async
    static Future<String> box() {
        var outer = outer();
        StringBuilder all = new StringBuilder();
        try {
            while (await(outer.next())) {
                all.append(outer.current());
            }
        } finally {
            log("box ends " + await(Leaf.of(9)));
        }
        return Future.ready(all.toString().equals("i00j00i11j11") ? "OK" : "got " + all);
    }
}
