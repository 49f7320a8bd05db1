// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits in assignments to fields: the object is evaluated first. */
final class FieldAssignments {
    private FieldAssignments() {}

    private int i = 1;
    private long l = 2;
    private static double d = 0;
    private FieldAssignments other;

    private FieldAssignments me(String name) {
        log(name);
        return this;
    }

    @Async
    private Future<String> work() {
        me("a").i = await(Leaf.of(5));
        me("b").i += await(Leaf.of(6));
        int old = me("c").i++ + await(Leaf.of(1));
        me("d").l <<= me("e").i - await(Leaf.of(2));
        d = l + (d += await(Leaf.of(0.5)));
        other = me("f");
        other.other.i -= await(other.id(2));
        return Future.ready(old + " " + i + " " + l + " " + d);
    }

    @Async
    private Future.OfInt id(int x) {
        return Future.ready(await(Leaf.of(x)));
    }

    @Async
    static Future<String> box() {
        d = 0;
        String r = await(new FieldAssignments().work());
        return Future.ready(r.equals("12 10 2048 2048.5") ? "OK" : r);
    }
}
