// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Casts of awaited values, also those that fail. */
final class Casts {
    private Casts() {}

    @Async
    static Future<Object> object(Object o) {
        return Future.ready(await(Leaf.of(o)));
    }

    @Async
    static Future<String> box() {
        int n = (int) (long) (Long) await(object(5L)) + ((String) await(object("abc"))).length() + (byte) await(Leaf.of(257));
        Comparable<?> c = (Comparable<?>) await(object("c"));
        int[] array = (int[]) await(object(new int[] {7}));
        try {
            String s = (String) await(object(1));
            return Future.ready(s);
        } catch (ClassCastException e) {
            return Future.ready(n == 9 && c.equals("c") && array[0] == 7 ? "OK" : n + " " + c);
        }
    }
}
