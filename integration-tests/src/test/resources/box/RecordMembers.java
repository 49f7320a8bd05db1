// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.Objects;

/** Async methods of records: generic, with compact constructors that throw, nested and made by awaits. */
final class RecordMembers {
    private RecordMembers() {}

    record Range<T extends Comparable<T>>(T low, T high) {
        Range {
            Objects.requireNonNull(low);
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException(low + ">" + high);
            }
        }

        Range(T only) {
            this(only, only);
        }

        @Async
        Future.OfBoolean contains(T value) {
            return Future.ready(
                    await(Leaf.of(low)).compareTo(value) <= 0 && await(Leaf.of(high)).compareTo(value) >= 0);
        }

        @Async
        static <T extends Comparable<T>> Future<Range<T>> of(T a, T b) {
            return Future.ready(new Range<>(await(Leaf.of(a)), await(Leaf.of(b))));
        }

        record Step(Range<Integer> range, int by) {
            @Async
            Future.OfInt sum() {
                int sum = 0;
                for (int i = range.low; i <= range.high(); i += by()) {
                    sum += await(Leaf.of(i));
                }
                return Future.ready(sum);
            }
        }
    }

    @Async
    static Future<String> box() {
        String r = "" + await(Range.of("a", "c")) + await(new Range<>(5).contains(await(Leaf.of(5))));
        r += await(new Range.Step(new Range<>(1, await(Leaf.of(5))), 2).sum());
        try {
            r += await(Range.of(2, 1));
        } catch (IllegalArgumentException e) {
            r += e.getMessage();
        }
        boolean same = new Range<>(await(Leaf.of(1)), 2).equals(await(Range.of(1, 2)));
        return Future.ready(r.equals("Range[low=a, high=c]true92>1") && same ? "OK" : r);
    }
}
