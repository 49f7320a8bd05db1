// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static box.support.Script.seen;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** What is evaluated before an array access fails: array, index and value, with awaits in each. */
final class ArrayFailures {
    private ArrayFailures() {}

    @Async
    static Future<int[]> array(int length) {
        log("array " + length);
        await(Leaf.nothing());
        return Future.ready(length < 0 ? null : new int[length]);
    }

    @Async
    static Future.OfInt access(int n) {
        return switch (n) {
            case 0 -> Future.ready(await(array(-1))[seen(await(Leaf.of(0)))]);
            case 1 -> Future.ready(await(array(1))[await(Leaf.of(1))] = seen(5));
            case 2 -> Future.ready(await(array(-1))[await(Leaf.of(1))] = seen(await(Leaf.of(5))));
            case 3 -> Future.ready(await(array(1))[await(Leaf.of(-1))] += seen(5));
            default -> Future.ready(await(array(3))[await(Leaf.of(2))] = await(Leaf.of(6)));
        };
    }

    @Async
    static Future.OfInt store(Object[] array) {
        array[await(Leaf.of(0))] = await(Leaf.of((Object) 1));
        return Future.ready(1);
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (int i = 0; i < 5; i++) {
            try {
                r += await(access(i));
            } catch (NullPointerException | ArrayIndexOutOfBoundsException e) {
                r += e instanceof NullPointerException ? "N" : "A";
            }
        }
        try {
            r += await(store(new String[1]));
        } catch (ArrayStoreException e) {
            r += "S";
        }
        return Future.ready(r.equals("NANA6S") ? "OK" : r);
    }
}
