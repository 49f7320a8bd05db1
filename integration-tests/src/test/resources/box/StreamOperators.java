// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** map, filter, take and chunks of generators, one behind the other, of objects and of primitives. */
final class StreamOperators {
    private StreamOperators() {}

    @Async
    static AsyncStream.OfInt ints(String name, int count) {
        try {
            for (int i = 0; i < count; i++) {
                emit(await(Leaf.of(i)));
            }
        } finally {
            log(name + " ends");
        }
        return AsyncStream.OfInt.end();
    }

    @Async
    static AsyncStream<String> texts(int count) {
        try {
            for (int i = 0; i < count; i++) {
                emit(await(Leaf.of("t" + i)));
            }
        } finally {
            log("texts end");
        }
        return AsyncStream.end();
    }

    @Async
    static Future<String> box() {
        String s = "";
        var squares = ints("a", 5).filterInt(i -> i % 2 == 0).mapInt(i -> i * i);
        while (await(squares.next())) {
            s += squares.currentAsInt() + " ";
        }
        var lengths = texts(3).map(t -> t + "!").mapToInt(String::length);
        while (await(lengths.next())) {
            s += lengths.currentAsInt();
        }
        for (int round = 0; round < 2; round++) {
            var first = ints("b" + round, 9).take(2).mapToObj(i -> "n" + i);
            while (await(first.next())) {
                s += first.current();
            }
        }
        int[] buffer = new int[2];
        var chunks = ints("c", 3).chunks(buffer);
        while (await(chunks.next())) {
            s += "[" + chunks.currentAsInt() + " " + buffer[0] + "]";
        }
        return Future.ready(s.equals("0 4 16 333n0n1n0n1[2 0][1 2]") ? "OK" : s);
    }
}
