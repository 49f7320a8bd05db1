// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.Iterator;
import java.util.List;

/** Enhanced for over iterables calls iterator, hasNext and next in order, with awaits before, between and after. */
final class ForEachIterables {
    private ForEachIterables() {}

    static Iterable<Integer> upTo(int n) {
        return () -> {
            log("iterator");
            return new Iterator<>() {
                private int i;

                @Override
                public boolean hasNext() {
                    log("hasNext");
                    return i < n;
                }

                @Override
                public Integer next() {
                    log("next");
                    return i++;
                }
            };
        };
    }

    @Async
    static Future<String> box() {
        long sum = 0;
        for (int i : upTo(await(Leaf.of(3)))) {
            sum += await(Leaf.of(i));
        }
        for (long l : upTo(2)) {
            sum += l;
        }
        for (var o : await(Leaf.of(List.of(1, 2, 3, 4)))) {
            if (o == await(Leaf.of(2))) {
                continue;
            }
            if (o == 4) {
                break;
            }
            sum = sum * 10 + o;
        }
        Iterable<? extends CharSequence> texts = List.of("x", "yz");
        for (CharSequence text : texts) {
            sum += await(Leaf.of(text)).length();
        }
        return Future.ready(sum == 416 ? "OK" : "sum " + sum);
    }
}
