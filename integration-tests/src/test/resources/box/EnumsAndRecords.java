// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.check;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Async methods of enums, of constants with bodies around them, and of records. */
final class EnumsAndRecords {
    private EnumsAndRecords() {}

    enum Unit {
        MILLI(1000),
        MICRO(1_000_000);

        private final int factor;

        Unit(int factor) {
            this.factor = factor;
        }

        @Async
        final Future.OfLong of(long seconds) {
            return Future.ready(await(Leaf.of(seconds)) * factor);
        }
    }

    record Span(int from, int to) {
        Span {
            check(from <= to);
        }

        @Async
        Future.OfInt length() {
            await(Leaf.nothing());
            return Future.ready(to - from);
        }

        @Async
        static Future<Span> ofLength(int length) {
            return Future.ready(new Span(await(Leaf.of(1)), 1 + await(Leaf.of(length))));
        }
    }

    @Async
    static Future<String> box() {
        long r = await(Unit.MILLI.of(2)) + await(Unit.MICRO.of(3)) + await(await(Span.ofLength(4)).length());
        return Future.ready(r == 3_002_004 ? "OK" : "r " + r);
    }
}
