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

/** A next() that loses a select stops waiting, and no value is lost. */
// woven only
// expect: make 1=quick; make 2=0; make 3=0; make 4=quick; cancel 4; value 0; make 5=quick; make 6=1; make 7=1
// expect: make 8=quick; cancel 8; value 1; make 9=quick; make 10=2; make 11=2; make 12=quick; cancel 12; value 2
// expect: make 13=quick; slow ends; cancel 13 -> value OK
// cancel 1: make 1=quick; make 2=0; cancel 1; cancel 2; slow ends -> cancelled
// cancel 2: make 1=quick; make 2=0; make 3=0; make 4=quick; cancel 4; value 0; make 5=quick; make 6=1; cancel 5
// cancel 2: cancel 6; slow ends -> cancelled
final class StreamSelect {
    private StreamSelect() {}

    @Async
    static AsyncStream.OfInt slow() {
        try {
            for (int i = 0; i < 3; i++) {
                await(Leaf.of(i));
                await(Leaf.of(i));
                emit(i);
            }
        } finally {
            log("slow ends");
        }
        return AsyncStream.OfInt.end();
    }

    @Async
    static Future<String> box() {
        var slow = slow();
        int sum = 0;
        int lost = 0;
        while (true) {
            var r = await(select(slow.next(), Leaf.of("quick")));
            if (r.isSecond()) {
                lost++;
                continue;
            }
            if (!r.first().getAsBoolean()) {
                break;
            }
            log("value " + slow.currentAsInt());
            sum = sum * 10 + slow.currentAsInt();
        }
        return Future.ready(sum == 12 ? "OK" : "sum " + sum + " lost " + lost);
    }
}
