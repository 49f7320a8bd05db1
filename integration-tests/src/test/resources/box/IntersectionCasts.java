// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.check;
import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.Serializable;

/** Casts to intersection types, of lambdas and of awaited values, and type variables with several bounds. */
final class IntersectionCasts {
    private IntersectionCasts() {}

    @Async
    static <T extends Comparable<T> & CharSequence> Future.OfInt longest(T a, T b) {
        T max = await(Leaf.of(a)).compareTo(b) > 0 ? a : await(Leaf.of(b));
        await(Leaf.nothing());
        return Future.ready(max.length() + max.compareTo(a));
    }

    @Async
    static Future<String> box() {
        Object o = await(Leaf.of((Object) "text"));
        int n = ((CharSequence & Comparable<String>) o).length();
        var both = (Comparable<String> & CharSequence) await(Leaf.of(o));
        await(Leaf.nothing());
        n += both.length() * 10 + both.compareTo(await(Leaf.of("text")));
        Runnable r = (Runnable & Serializable) () -> log("run " + both.length());
        await(Leaf.nothing());
        r.run();
        check(r instanceof Serializable);
        n += await(longest("b", "a"));
        try {
            n += ((Runnable & Serializable) await(Leaf.of(o))).hashCode();
        } catch (ClassCastException e) {
            n += await(Leaf.of(1000));
        }
        return Future.ready(n == 1045 ? "OK" : "n " + n);
    }
}
