// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** An override may return a primitive form where the method above returns a future of the box. */
final class CovariantReturn {
    private CovariantReturn() {}

    interface Source<T> {
        @Async
        Future<T> next();
    }

    static class Boxed implements Source<Integer> {
        @Override
        @Async
        public Future<Integer> next() {
            return Future.<Integer>of(await(Leaf.of(Integer.valueOf(1))));
        }
    }

    static class Ints extends Boxed {
        @Override
        @Async
        public Future.OfInt next() {
            return Future.ready(await(Leaf.of(2)) + await(super.next()));
        }
    }

    static final class More extends Ints {
        @Override
        @Async
        public Future.OfInt next() {
            return Future.ready(await(super.next()) * 10);
        }
    }

    static final class Flags implements Source<Boolean> {
        @Override
        @Async
        public Future.OfBoolean next() {
            return Future.ready(await(Leaf.of(true)));
        }
    }

    @Async
    static <T> Future<T> take(Source<T> source) {
        T value = await(source.next());
        return Future.<T>of(value);
    }

    @Async
    static Future<String> box() {
        int a = await(take(new Boxed()));
        int b = await(take(new Ints()));
        Ints ints = new More();
        int c = await(ints.next());
        Boxed boxed = ints;
        int d = await(boxed.next());
        boolean e = await(take(new Flags()));
        return Future.ready(a == 1 && b == 3 && c == 30 && d == 30 && e ? "OK" : a + " " + b + " " + c + " " + d);
    }
}
