// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Blocks as children of join: they take turns, and each has its own type. */
// woven only
final class BlockInJoin {
    private BlockInJoin() {}

    @Async
    static Future<String> box() {
        String[] names = {"a", "b"};
        var two = await(join(
                async(() -> {
                    String s = await(Leaf.of(names[0]));
                    return Future.ready(s + await(Leaf.of(1)));
                }),
                asyncInt(() -> Future.ready(await(Leaf.of(2)) + await(Leaf.of(3))))));
        String r = two.first().get() + two.second().getAsInt();
        var three = await(join(
                async(() -> Future.ready(await(Leaf.of(names[1])))), Leaf.of("x"), async(() -> Future.ready("y"))));
        r += three.first().get() + three.second().get() + three.third().get();
        return Future.ready(r.equals("a15bxy") ? "OK" : r);
    }
}
