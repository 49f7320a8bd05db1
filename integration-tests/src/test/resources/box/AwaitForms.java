// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.Pollen;
import dev.pollen.annotations.Async;

/** await in parentheses, casts, by its class's name, as an argument of itself, and many in one line. */
final class AwaitForms {
    private AwaitForms() {}

    @Async
    static Future<String> wrap(String s) {
        return Leaf.of("<" + s + ">");
    }

    @Async
    static Future<Future<String>> nested(String s) {
        return Future.ready(wrap(await(Leaf.of(s))));
    }

    @Async
    static Future<String> box() {
        String r = (await((Leaf.of("a")))) + Pollen.await(wrap("b")) + dev.pollen.Pollen.<String>await(wrap("c"));
        r += await((Future<? extends CharSequence>) wrap("d")).length() + (int) await(Leaf.of(2.9));
        r += await(wrap(await(wrap(await(wrap(await(wrap(await(Leaf.of("e"))))))))));
        int n = await(Leaf.of(1)) + await(Leaf.of(2)) * await(Leaf.of(3)) - -await(Leaf.of(4)) + (await(Leaf.of(5)));
        r += n + "" + (await(Leaf.of(true)) ? await(Leaf.of(1)) : await(Leaf.of(2)));
        Future<Integer> boxed = await(Leaf.of(1)) > 0 ? Leaf.of(Integer.valueOf(8)) : null;
        r += await(boxed);
        return Future.ready(r.equals("a<b><c>5<<<<e>>>>1618") ? "OK" : r);
    }
}
