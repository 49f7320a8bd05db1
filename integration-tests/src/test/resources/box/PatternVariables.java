// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Variables of instanceof patterns whose scope comes from conditions with awaits and from loops. */
final class PatternVariables {
    private PatternVariables() {}

    @Async
    static Future<Object> next(Object o) {
        await(Leaf.nothing());
        return Future.ready(o instanceof Integer i && i > 0 ? (Object) (i - 1) : "end");
    }

    @Async
    static Future<String> box() {
        String r = "";
        Object o = 2;
        while (!(await(next(o)) instanceof String text)) {
            o = await(next(o));
            r += o;
        }
        r += text + await(Leaf.of(text.length()));
        if (!(await(Leaf.of(o)) instanceof Integer n && n == 0)
                || !(await(Leaf.of((Object) text)) instanceof CharSequence s)) {
            return Future.ready("wrong " + r);
        }
        r += n + await(Leaf.of(s.length()));
        boolean b = o instanceof Integer m
                ? await(Leaf.of(m)) == 0
                : o instanceof String q && await(Leaf.of(q.isEmpty()));
        for (Object x : new Object[] {1L, "a", null}) {
            r += x instanceof Long l && await(Leaf.of(l > 0))
                    ? "L" + l
                    : x instanceof String t ? t + await(Leaf.of(t)) : "-";
        }
        return Future.ready(b && r.equals("10end33L1aa-") ? "OK" : r);
    }
}
