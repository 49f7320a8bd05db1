// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.check;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits whose value nobody takes, of each kind, and other expressions as statements. */
final class ExpressionStatements {
    private ExpressionStatements() {}

    private static int calls;

    @Async
    static Future.OfLong wide(int n) {
        calls += n;
        await(Leaf.of(1L));
        return Future.ready((long) n);
    }

    @Async
    static Future<String> box() {
        calls = 0;
        await(Leaf.of(1));
        await(Leaf.of(2L));
        await(Leaf.of(2.5));
        await(Leaf.of(true));
        await(Leaf.of("s"));
        await(Leaf.nothing());
        await(wide(3));
        ;
        int[] a = {await(Leaf.of(1))};
        a[await(Leaf.of(0))]++;
        --a[0];
        new ExpressionStatements().hashCode();
        new StringBuilder(await(Leaf.of("x"))).append(await(Leaf.of("y")));
        await(Leaf.of("z")).length();
        Object nothing = await(Leaf.nothing());
        check(nothing == null);
        return Future.ready(calls == 3 && a[0] == 1 ? "OK" : calls + " " + a[0]);
    }
}
