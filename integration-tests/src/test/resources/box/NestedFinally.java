// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Finally blocks inside each other, left by return, break, continue and throw. */
final class NestedFinally {
    private NestedFinally() {}

    @Async
    static Future.OfInt loop() {
        int n = 0;
        for (int i = 0; i < 5; i++) {
            try {
                try {
                    n += await(Leaf.of(1));
                    if (i == 1) {
                        continue;
                    }
                    if (i == 3) {
                        break;
                    }
                } finally {
                    log("inner " + i);
                    n += await(Leaf.of(10));
                }
                n += 100;
            } finally {
                log("outer " + await(Leaf.of(i)));
            }
        }
        return Future.ready(n);
    }

    @Async
    static Future<String> deep() {
        try {
            try {
                try {
                    return Future.ready("v" + await(Leaf.of("1")));
                } finally {
                    log(await(Leaf.of("one")));
                }
            } finally {
                log(await(Leaf.of("two")));
            }
        } finally {
            log(await(Leaf.of("three")));
        }
    }

    @Async
    static Future<String> box() {
        String r = await(loop()) + await(deep());
        return Future.ready(r.equals("244v1") ? "OK" : r);
    }
}
