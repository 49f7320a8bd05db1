// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.ArrayList;
import java.util.List;

/** Generic methods, wildcards, bounds and a generic owner. */
final class Generics {
    private Generics() {}

    static class Cell<T extends Comparable<T>> {
        private final T value;

        Cell(T value) {
            this.value = value;
        }

        @Async
        final Future<T> max(T other) {
            T mine = await(Leaf.of(value));
            return Future.ready(mine.compareTo(other) > 0 ? mine : other);
        }
    }

    @Async
    static <T, L extends List<? super T>> Future<L> put(L list, T value) {
        list.add(await(Leaf.of(value)));
        return Future.ready(list);
    }

    @Async
    static <T> Future<T> same(T value) {
        return Future.ready(value);
    }

    @Async
    static Future<String> box() {
        List<Object> list = await(put(new ArrayList<Object>(), 5));
        int n = await(new Cell<>(3).max(await(same(4)))) + list.size();
        return Future.ready(n == 5 ? await(same("OK")) : "n " + n);
    }
}
