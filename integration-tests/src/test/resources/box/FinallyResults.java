// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** The value of a return waits while finally runs; a return in finally wins. */
// cancelled otherwise: a callee swallows the error
final class FinallyResults {
    private FinallyResults() {}

    @Async
    static Future.OfInt kept() {
        int x = await(Leaf.of(1));
        try {
            return Future.ready(x);
        } finally {
            x = await(Leaf.of(50));
            log("x " + x);
        }
    }

    @Async
    static Future.OfLong keptLong(long a, long b) {
        try {
            return Future.ready(a);
        } finally {
            a = await(Leaf.of(b));
        }
    }

    @Async
    @SuppressWarnings("finally")
    static Future<String> overridden() {
        try {
            return Future.ready(await(Leaf.of("no")));
        } finally {
            return Future.ready(await(Leaf.of("yes")));
        }
    }

    @Async
    @SuppressWarnings("finally")
    static Future.OfInt swallowed() {
        while (true) {
            try {
                throw new IllegalStateException("gone" + await(Leaf.of(1)));
            } finally {
                break;
            }
        }
        return Future.ready(4);
    }

    @Async
    static Future<Object> conditional(boolean first) {
        try {
            return first ? Future.ready((Object) "a") : Future.ready(await(Leaf.of((Object) "b")));
        } finally {
            await(Leaf.nothing());
        }
    }

    @Async
    static Future<String> box() {
        String r = await(kept()) + "" + await(keptLong(7, 8)) + await(overridden()) + await(swallowed())
                + await(conditional(true)) + await(conditional(false));
        return Future.ready(r.equals("17yes4ab") ? "OK" : r);
    }
}
