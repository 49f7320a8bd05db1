// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Generic methods and classes: bounds, wildcards, captures, varargs, arrays and thrown type variables. */
final class GenericBounds {
    private GenericBounds() {}

    static <T> T id(T t) {
        return t;
    }

    @Async
    static <T extends Comparable<? super T>> Future<T> max(Collection<? extends T> items) {
        T max = null;
        for (T item : items) {
            if (max == null || await(Leaf.of(item)).compareTo(max) > 0) {
                max = item;
            }
        }
        return Future.ready(max);
    }

    @Async
    @SafeVarargs
    static <T> Future<List<T>> list(T first, T... rest) {
        List<T> list = new ArrayList<>(List.of(await(Leaf.of(first))));
        for (T t : rest) {
            list.add(await(Leaf.of(t)));
        }
        return Future.ready(list);
    }

    @Async
    static <E extends Exception> Future<Void> fail(E e) throws E {
        await(Leaf.nothing());
        throw e;
    }

    @Async
    static Future.OfInt swap(List<?> list) {
        return Future.ready(await(swapped(list)));
    }

    @Async
    private static <T> Future.OfInt swapped(List<T> list) {
        T first = list.get(0);
        list.set(0, await(Leaf.of(list.get(1))));
        list.set(1, first);
        return Future.ready(list.size());
    }

    static final class Cell<T extends CharSequence> {
        private T value;

        @Async
        <R extends T> Future<Cell<T>> set(R value) {
            this.value = await(Leaf.of(value));
            return Future.ready(this);
        }

        final class Reader<U> {
            @Async
            Future<Map.Entry<T, U>> read(U u) {
                T t = value;
                return Future.ready(Map.entry(await(Leaf.of(t)), await(Leaf.of(u))));
            }
        }
    }

    @Async
    static Future<String> box() {
        String r = await(max(List.of(3, 9, 4))) + await(max(List.of("p", "q"))) + await(list("a", "b", "c"));
        r += await(GenericBounds.<Number>list(1, 2.5));
        try {
            await(fail(new IOException("io")));
        } catch (IOException e) {
            r += e.getMessage();
        }
        List<Object> pair = new ArrayList<>(List.of("x", 1));
        r += await(swap(pair)) + "" + pair;
        Cell<String> cell = await(new Cell<String>().set("cell"));
        r += "" + await(cell.new Reader<Integer>().read(5)) + id(await(Leaf.of(cell.value))).length();
        return Future.ready(r.equals("9q[a, b, c][1, 2.5]io2[1, x]cell=54") ? "OK" : r);
    }
}
