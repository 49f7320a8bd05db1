// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** The first instruction of the body is the target of a jump. */
final class LoopAtTheStart {
    private LoopAtTheStart() {}

    @Async
    static Future<String> spin(int n) {
        do {
            if (await(Leaf.of(n)) == 0) {
                return Future.ready("OK");
            }
            n--;
        } while (true);
    }

    @Async
    static Future<Void> nothingLive() {
        do {
            await(Leaf.nothing());
        } while (await(Leaf.of(false)));
        return Future.done();
    }

    @Async
    static Future<String> box() {
        await(nothingLive());
        return spin(2);
    }
}
