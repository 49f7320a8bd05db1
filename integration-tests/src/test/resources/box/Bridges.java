// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.ArrayList;
import java.util.List;

/** Async methods that override generic ones, with bridges, through each of the types that declare them. */
final class Bridges {
    private Bridges() {}

    interface Source<T, K extends Comparable<K>> {
        Future<T> load(K key);
    }

    abstract static class Cached<T> implements Source<T, Integer> {
        protected int loads;

        @Async
        final Future<List<T>> all(int n) {
            List<T> list = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                list.add(await(load(i)));
            }
            return Future.ready(list);
        }
    }

    static class Texts extends Cached<String> {
        @Override
        @Async
        public Future<String> load(Integer key) {
            loads++;
            return Future.ready("t" + await(Leaf.of(key)));
        }
    }

    static final class Special extends Texts {
        @Override
        @Async
        public Future<String> load(Integer key) {
            return Future.ready(await(super.load(key)) + "!" + await(Leaf.of(loads)));
        }
    }

    @Async
    static Future<String> box() {
        Texts texts = new Texts();
        Source<String, Integer> source = texts;
        Cached<String> special = new Special();
        String r = await(texts.load(1)) + await(source.load(2)) + await(special.load(3)) + await(special.all(2));
        r += await(new Special().load(4)) + texts.loads;
        return Future.ready(r.equals("t1t2t3!1[t0!2, t1!3]t4!12") ? "OK" : r);
    }
}
