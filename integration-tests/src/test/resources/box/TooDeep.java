// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.RecursionException;
import dev.pollen.annotations.Async;

/** Beyond its bound a recursion throws, where the call stands, and can be used again afterwards. */
// woven only
// expect: make 1=3; make 2=2; make 3=1; back 1; back 2; back 3
// expect: make 4=4; make 5=3; make 6=2
// expect: box.TooDeep.down(int) awaits itself more than 3 deep: box.TooDeep.box() -> box.TooDeep.down(int) -> box.TooDeep.down(int) -> box.TooDeep.down(int) -> box.TooDeep.down(int); raise maxDepth of its @Async, or write a loop
// expect: caught
// expect: make 7=1; back 1 -> value OK
final class TooDeep {
    private TooDeep() {}

    @Async(maxDepth = 3)
    static Future.OfInt down(int n) {
        await(Leaf.of(n));
        if (n > 1) {
            try {
                await(down(n - 1));
            } catch (RecursionException tooDeep) {
                log(tooDeep.getMessage());
                throw new IllegalArgumentException(tooDeep);
            }
        }
        log("back " + n);
        return Future.ready(n);
    }

    @Async
    static Future<String> box() {
        await(down(3));
        try {
            await(down(4));
            return Future.ready("no exception");
        } catch (IllegalArgumentException tooDeep) {
            log("caught");
        }
        await(down(1));
        return Future.ready("OK");
    }
}
