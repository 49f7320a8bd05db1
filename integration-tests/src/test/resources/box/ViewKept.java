// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** The value of a combinator is read after other awaits of the same classes. */
// woven only
final class ViewKept {
    private ViewKept() {}

    @Async
    static Future<String> same(String s) {
        return Future.ready(await(Leaf.of(s)));
    }

    @Async
    static Future<String> box() {
        var r = await(join(same("O"), same("x")));
        String y = await(same("y"));
        var q = await(join(same("K"), same(y)));
        await(same("z"));
        return Future.ready(r.first().get() + q.first().get());
    }
}
