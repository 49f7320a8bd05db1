// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Variables that are null and nothing else while awaits happen. */
final class NullLocals {
    private NullLocals() {}

    @Async
    static Future<String> show(Object o, int[] a) {
        await(Leaf.nothing());
        return Future.ready("" + o + a);
    }

    @Async
    static Future<String> box() {
        String never = null;
        Object later = null;
        int[] array = null;
        await(Leaf.nothing());
        String r = never + await(show(null, array)) + later;
        later = await(Leaf.of((Object) null));
        r += later;
        if (await(Leaf.of(true))) {
            later = "x";
        }
        r = r + later + (never == null ? await(Leaf.of("n")) : never.length());
        return Future.ready(r.equals("nullnullnullnullnullxn") ? "OK" : r);
    }
}
