// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static box.support.Script.seen;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.ArrayList;
import java.util.List;

/** Awaits among the arguments of constructors, nested, wide, and in a super class. */
final class ConstructorArguments {
    private ConstructorArguments() {}

    static class Pair {
        final Object a;
        final Object b;

        Pair(Object a, long wide, Object b) {
            log("new Pair");
            this.a = a + "/" + wide;
            this.b = b;
        }

        @Override
        public String toString() {
            return "(" + a + "," + b + ")";
        }
    }

    static final class Named extends Pair {
        Named(String name, int n) {
            super(name, n, n);
        }
    }

    @Async
    static Future<String> box() {
        String s = "" + new Pair(await(Leaf.of("a")), 1L << 40, new Pair(await(Leaf.of("b")), await(Leaf.of(2L)), null));
        Pair p = new Named(seen("n") + await(Leaf.of("m")), seen(3));
        String t = new StringBuilder(await(Leaf.of("q"))).append(new StringBuilder().append(await(Leaf.of('r')))).toString();
        new Pair(null, await(Leaf.of(7L)), await(Leaf.of("dropped")));
        int n = new int[] {1, await(Leaf.of(2))}[await(Leaf.of(1))] + new ArrayList<>(List.of(await(Leaf.of(1)))).size();
        String r = s + p + t + n;
        return Future.ready(r.equals("(a/1099511627776,(b/2,null))(nm/3,3)q1143") ? "OK" : r);
    }
}
