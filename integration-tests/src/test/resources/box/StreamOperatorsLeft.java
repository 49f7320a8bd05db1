// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Operators that are left in the middle of a loop: the generator behind them ends, once, before the next one begins. */
// woven only
// expect: make 1=0; got 0; a0 ends; make 2=0; got 0; a1 ends; make 3=0; make 4=0; x 0; y 0; make 5=1; make 6=1; x 1
// expect: x ends; cancel 6; y ends -> value OK
// cancel 1: make 1=0; cancel 1; a0 ends -> cancelled
final class StreamOperatorsLeft {
    private StreamOperatorsLeft() {}

    @Async
    static AsyncStream.OfInt ints(String name) {
        try {
            for (int i = 0; ; i++) {
                emit(await(Leaf.of(i)));
            }
        } finally {
            log(name + " ends"); // not in the report: then throws
        }
    }

    @Async
    static Future.OfInt left() {
        int sum = 0;
        for (int round = 0; round < 2; round++) {
            var some = ints("a" + round).mapInt(i -> i + round(0)).filterInt(i -> i >= 0).take(5);
            while (await(some.next())) {
                log("got " + some.currentAsInt());
                sum++;
                break;
            }
        }
        return Future.ready(sum);
    }

    private static int round(int n) {
        return n;
    }

    @Async
    static Future<String> box() {
        int sum = await(left());
        var both = ints("x").mapToObj(i -> "x " + i).merge(ints("y").mapToObj(i -> "y " + i));
        for (int i = 0; i < 3; i++) {
            if (await(both.next())) {
                log(both.current());
            }
        }
        return Future.ready(sum == 2 ? "OK" : "sum " + sum);
    }
}
