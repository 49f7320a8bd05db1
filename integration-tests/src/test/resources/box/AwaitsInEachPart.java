// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits in try, catch and finally at three depths, with and without an exception at each. */
// cancelled otherwise
final class AwaitsInEachPart {
    private AwaitsInEachPart() {}

    @Async
    static Future<String> work(int n) {
        StringBuilder r = new StringBuilder(await(Leaf.of("<")));
        try {
            try {
                r.append(await(Leaf.of("a")));
                if (n == 1) {
                    throw new IllegalStateException("1");
                }
                try {
                    r.append(await(Leaf.of("b")));
                    if (n == 2) {
                        throw new IllegalArgumentException("2");
                    }
                } catch (IllegalArgumentException e) {
                    r.append(await(Leaf.of(e.getMessage())));
                    if (await(Leaf.of(n)) == 2) {
                        throw new IllegalStateException(e.getMessage() + await(Leaf.of("c")));
                    }
                } finally {
                    r.append(await(Leaf.of("d")));
                    if (n == 3) {
                        throw new UnsupportedOperationException("3");
                    }
                    r.append(await(Leaf.of("e")));
                }
            } catch (IllegalStateException e) {
                try {
                    r.append(await(Leaf.of(e.getMessage())));
                } finally {
                    r.append(await(Leaf.of("f")));
                }
            } finally {
                try {
                    r.append(await(Leaf.of("g")));
                    if (n == 4) {
                        throw new IllegalStateException("4");
                    }
                } catch (IllegalStateException e) {
                    r.append(await(Leaf.of("h" + e.getMessage())));
                }
            }
        } catch (UnsupportedOperationException e) {
            r.append(await(Leaf.of("i"))).append(e.getMessage());
        } finally {
            r.append(await(Leaf.of(">")));
        }
        return Future.ready(r.toString());
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (int n = 0; n < 5; n++) {
            r += await(work(n));
        }
        return Future.ready(r.equals("<abdeg><a1fg><ab2de2cfg><abdgi3><abdegh4>") ? "OK" : r);
    }
}
