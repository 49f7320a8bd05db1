// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Private methods and fields of the owner, read and written around awaits. */
final class PrivateMembers {
    private PrivateMembers() {}

    private static int count;
    private int own = 1;

    private int next() {
        return ++own;
    }

    @Async
    private Future.OfInt work(int add) {
        count += await(Leaf.of(add));
        own += next() + await(Leaf.of(next()));
        this.own += await(Leaf.of(1));
        return Future.ready(own);
    }

    @Async
    static Future<String> box() {
        count = 0;
        PrivateMembers object = new PrivateMembers();
        int r = await(object.work(5));
        return Future.ready(r == 7 && count == 5 && object.own == 7 ? "OK" : r + " " + count + " " + object.own);
    }
}
