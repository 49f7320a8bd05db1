// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.List;
import java.util.function.Function;

/** Blocks in generic methods and classes. */
final class BlockGeneric {
    private BlockGeneric() {}

    static final class Cell<T extends Comparable<T>> {
        private T value;

        Cell(T value) {
            this.value = value;
        }

        <U> Future<U> map(Function<? super T, ? extends U> f) {
            return async(() -> {
                T seen = await(Leaf.of(value));
                return Future.ready((U) f.apply(seen));
            });
        }

        @Async
        Future<T> largest(List<? extends T> others) {
            for (T other : others) {
                value = await(async(() -> Future.ready(await(Leaf.of(other)).compareTo(value) > 0 ? other : value)));
            }
            return Future.ready(value);
        }
    }

    @Async
    static <E extends Exception> Future<String> failing(E e) throws E {
        return Future.ready(await(async(() -> {
            await(Leaf.nothing());
            if (e != null) {
                throw e;
            }
            return Future.ready("fine");
        })));
    }

    @Async
    static Future<String> box() throws Exception {
        Cell<Integer> cell = new Cell<>(3);
        String r = await(cell.map(n -> "n" + n)) + await(cell.largest(List.of(1, 9, 4)));
        r += await(BlockGeneric.<RuntimeException>failing(null));
        try {
            await(failing(new Exception("x")));
        } catch (Exception e) {
            if (e instanceof RuntimeException) {
                throw e;
            }
            r += e.getMessage();
        }
        return Future.ready(r.equals("n39finex") ? "OK" : r);
    }
}
