// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Generators that consume generators, made there or given. */
// cancel 4: make 1=0; even 0; make 2=1; make 3=2; even 2; numbers end; even ends; make 4=0; cancel 4
// cancel 4: numbers end -> cancelled
final class StreamOfStreams {
    private StreamOfStreams() {}

    @Async
    static AsyncStream.OfInt numbers(int from, int to) {
        try {
            for (int i = from; i < to; i++) {
                emit(await(Leaf.of(i)));
            }
        } finally {
            log("numbers end");
        }
        return AsyncStream.OfInt.end();
    }

    @Async
    static AsyncStream<String> even(int to) {
        var numbers = numbers(0, to);
        while (await(numbers.next())) {
            if (numbers.currentAsInt() % 2 == 0) {
                emit("even " + numbers.currentAsInt());
            }
        }
        log("even ends");
        return AsyncStream.end();
    }

    @Async
    static <T> AsyncStream<T> twice(AsyncStream<? extends T> of) {
        while (await(of.next())) {
            emit(of.current());
            emit(of.current());
        }
        return AsyncStream.end();
    }

    @Async
    static AsyncStream<String> chain() {
        var first = even(3);
        while (await(first.next())) {
            emit(first.current());
        }
        var second = twice(even(2));
        while (await(second.next())) {
            emit(second.current());
        }
        return AsyncStream.end();
    }

    @Async
    static Future<String> box() {
        var chain = chain();
        while (await(chain.next())) {
            log(chain.current());
        }
        return Future.ready("OK");
    }
}
