// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A generator without awaits, an emit at the start, in a loop condition, and right before a branch target. */
final class StreamEmitOnly {
    private StreamEmitOnly() {}

    @Async
    static AsyncStream.OfInt squares(int from) {
        int n = from;
        while (n-- > 0) {
            emit(n * n);
        }
        return AsyncStream.OfInt.end();
    }

    @Async
    static AsyncStream<Integer> branches(boolean a, boolean b) {
        emit(0);
        if (a) {
            emit(1);
        }
        if (b) emit(2);
        else if (a) emit(3);
        for (int i = 0; i < 2; i++) emit(10 + i);
        try {
            emit(20);
        } catch (RuntimeException e) {
            emit(21);
        }
        synchronized (StreamEmitOnly.class) {
            log("locked");
        }
        emit(30);
        return AsyncStream.end();
    }

    @Async
    static Future<String> box() {
        var squares = squares(3);
        while (await(squares.next())) {
            log(squares.currentAsInt());
        }
        for (int i = 0; i < 4; i++) {
            var branches = branches(i % 2 == 0, i > 1);
            while (await(branches.next())) {
                log(branches.current());
            }
        }
        await(Leaf.of(1));
        return Future.ready("OK");
    }
}
