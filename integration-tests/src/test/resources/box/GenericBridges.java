// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.ArrayList;
import java.util.List;

/** Calls through a generic type reach overrides whose parameters are narrower, by way of javac's bridges. */
final class GenericBridges {
    private GenericBridges() {}

    interface Store<K extends Comparable<K>, V> {
        @Async
        Future<V> load(K key);

        @Async
        default Future<List<V>> all(List<K> keys) {
            List<V> values = new ArrayList<>();
            for (K key : keys) {
                values.add(await(load(key)));
            }
            return Future.ready(values);
        }
    }

    static class Texts implements Store<String, Integer> {
        @Override
        @Async
        public Future<Integer> load(String key) {
            log("text " + key);
            return Future.ready(await(Leaf.of(key.length())));
        }
    }

    static class Longer extends Texts {
        @Override
        @Async
        public Future<Integer> load(String key) {
            return Future.ready(await(super.load(key)) + 100);
        }
    }

    abstract static class Numbers<N extends Number & Comparable<N>> implements Store<N, String> {
        @Override
        @Async
        public Future<String> load(N key) {
            log("number " + key);
            return Future.ready(await(Leaf.of("n" + key)));
        }
    }

    static final class Ints extends Numbers<Integer> {
        @Override
        @Async
        public Future<String> load(Integer key) {
            return Future.ready(await(super.load(key)) + "!");
        }
    }

    static final class Longs extends Numbers<Long> {}

    @Async
    static <K extends Comparable<K>, V> Future<String> each(Store<K, V> store, List<K> keys) {
        V first = await(store.load(keys.get(0)));
        return Future.ready(first + "" + await(store.all(keys)));
    }

    @Async
    static Future<String> box() {
        String r = await(each(new Texts(), List.of("a", "bc")));
        r += await(each(new Longer(), List.of("abc")));
        r += await(each(new Ints(), List.of(4, 5)));
        r += await(each(new Longs(), List.of(6L)));
        Texts texts = new Longer();
        r += await(texts.load("xyz"));
        return Future.ready(r.equals("1[1, 2]103[103]n4![n4!, n5!]n6[n6]103") ? "OK" : r);
    }
}
