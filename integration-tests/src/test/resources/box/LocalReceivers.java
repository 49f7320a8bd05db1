// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Local and anonymous classes implement an async interface, await one another and themselves. */
final class LocalReceivers {
    private LocalReceivers() {}

    interface Step {
        @Async
        Future.OfInt go(int n);
    }

    @Async
    static Future.OfInt run(int k) {
        class Twice implements Step {
            @Override
            @Async
            public Future.OfInt go(int n) {
                log("twice " + n);
                await(Leaf.of(n));
                return Future.ready(n == 0 ? k : 2 * await(go(n - 1)));
            }
        }
        final class Bounded {
            @Async(maxDepth = 4)
            Future.OfInt go(int n) {
                await(Leaf.of(n));
                return Future.ready(n == 0 ? k : 3 * await(go(n - 1)));
            }
        }
        Step twice = new Twice();
        Step plusOne = new Step() {
            @Override
            @Async
            public Future.OfInt go(int n) {
                return Future.ready(await(twice.go(n)) + 1);
            }
        };
        int sum = await(new Bounded().go(3));
        for (Step step : new Step[] {twice, plusOne, n -> Leaf.of(n)}) {
            sum += await(step.go(2));
        }
        int inBlock = await(asyncInt(() -> Future.ready(await(twice.go(1)))));
        return Future.ready(sum + inBlock);
    }

    @Async
    static Future<String> box() {
        int r = await(run(10));
        return Future.ready(r == 270 + 40 + 41 + 2 + 20 ? "OK" : "r " + r);
    }
}
