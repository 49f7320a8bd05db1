// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Futures of calls that can be overridden in variables: awaited later, left behind, replaced by another receiver's. */
// woven only
// expect: make 1=quick; make 2=1; one 1; cancel 1; first
// expect: make 3=2; make 4=quick; cancel 4; first
// expect: make 5=3; sum 3; left -> value OK
final class DispatchKept {
    private DispatchKept() {}

    abstract static class Base {
        @Async
        abstract Future.OfInt work(int x);
    }

    static class One extends Base {
        @Override
        @Async
        Future.OfInt work(int x) {
            try {
                return Future.ready(await(Leaf.of(x)));
            } finally {
                log("one " + x);
            }
        }
    }

    static class Two extends Base {
        @Override
        Future.OfInt work(int x) {
            return Leaf.of(x);
        }
    }

    @Async
    @SuppressWarnings("pollen:043")
    static Future<String> box() {
        Base[] bases = {new One(), new Two()};
        for (int i = 0; i < 2; i++) {
            Future.OfInt f = bases[i].work(i + 1);
            var r = await(select(borrow(f), Leaf.of("quick")));
            log(r.isFirst() ? "first" : "second");
        }
        Future.OfInt later = bases[1].work(3);
        log("sum " + await(later));
        Future.OfInt left = bases[0].work(4);
        log("left");
        return Future.ready("OK");
    }
}
