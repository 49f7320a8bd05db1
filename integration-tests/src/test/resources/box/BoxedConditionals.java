// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Conditionals whose branches mix primitives, boxes and null. */
final class BoxedConditionals {
    private BoxedConditionals() {}

    @Async
    static Future<String> mix(boolean b) {
        int i = await(Leaf.of(5));
        Integer boxed = b ? i : Integer.valueOf(await(Leaf.of(6)));
        Object numeric = b ? await(Leaf.of(1)) : 2.0;
        Object object = b ? (Object) await(Leaf.of(1)) : "s";
        long l = b ? 'c' : await(Leaf.of(9L));
        char c = b ? 'x' : 97;
        Character none = b ? null : Character.valueOf((char) await(Leaf.of(98)));
        Double d = b ? null : await(Leaf.of(2.5));
        return Future.ready(boxed + " " + numeric + " " + object + " " + l + c + none + d);
    }

    @Async
    static Future.OfInt unboxed(boolean b, Integer none) {
        return Future.ready(b ? await(Leaf.of(1)) : none);
    }

    @Async
    static Future<String> box() {
        String r = await(mix(true)) + "|" + await(mix(false)) + "|" + await(unboxed(true, null));
        try {
            await(unboxed(false, null));
        } catch (NullPointerException e) {
            r += "null";
        }
        return Future.ready(r.equals("5 1.0 1 99xnullnull|6 2.0 s 9ab2.5|1null") ? "OK" : r);
    }
}
