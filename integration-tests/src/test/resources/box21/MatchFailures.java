// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A record accessor that throws in a pattern is a MatchException, with awaits before and in the arms. */
final class MatchFailures {
    private MatchFailures() {}

    record Odd(int value) {
        @Override
        public int value() {
            if (value < 0) {
                throw new IllegalStateException("accessor");
            }
            return value;
        }
    }

    @Async
    static Future<String> work(Object o) {
        String before = await(Leaf.of("b"));
        try {
            return Future.ready(before + switch (o) {
                case Odd(int v) when v > await(Leaf.of(5)) -> "big";
                case Odd(int v) -> "small" + await(Leaf.of(v));
                default -> "none";
            });
        } catch (MatchException e) {
            return Future.ready(before + e.getCause().getMessage() + await(Leaf.of(1)));
        }
    }

    @Async
    static Future<String> box() {
        String r = await(work(new Odd(9))) + await(work(new Odd(1))) + await(work(new Odd(-1))) + await(work("x"));
        return Future.ready(r.equals("bbigbsmall1baccessor1bnone") ? "OK" : r);
    }
}
