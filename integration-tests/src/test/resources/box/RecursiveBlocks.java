// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.RecursionException;
import dev.pollen.annotations.Async;

/** A method that awaits itself through a block. */
// woven only
// expect: make 1=2; make 2=1; make 3=0; 3
// expect: make 4=3; make 5=2; make 6=1
// expect: too deep -> value OK
final class RecursiveBlocks {
    private RecursiveBlocks() {}

    @Async(maxDepth = 3)
    static Future.OfInt down(int n) {
        await(Leaf.of(n));
        if (n == 0) {
            return Future.ready(1);
        }
        int rest = await(asyncInt(() -> Future.ready(await(down(n - 1)))));
        return Future.ready(rest + 1);
    }

    @Async
    static Future<String> box() {
        log(await(down(2)));
        try {
            return Future.ready("no exception: " + await(down(3)));
        } catch (RecursionException e) {
            log("too deep");
            return Future.ready(
                    e.getMessage().contains("box.RecursiveBlocks.down(int) awaits itself more than 3 deep")
                                    && e.getMessage().contains("block RecursiveBlocks$pollen$1")
                            ? "OK"
                            : e.getMessage());
        }
    }
}
