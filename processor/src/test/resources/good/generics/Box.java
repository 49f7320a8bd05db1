// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import java.util.List;
import java.util.Map;

class Box<T extends Number> {
    @Async
    Future<T> largest(List<? extends T> values, T[] array) {
        return Future.ready(array[0]);
    }

    @Async
    static <K extends Comparable<K>, V> Future<Map<K, V>> sorted(K key, Map<K, ? super String> map, V value) {
        throw new IllegalStateException();
    }

    @Async
    static Future<? extends CharSequence> text(Map<String, List<int[]>> exact) {
        return Future.ready("");
    }

    @AsyncTask
    static <E extends Enum<E> & Runnable> Task<E> run(E constant) {
        return Task.ready(constant);
    }

    class Inner {
        @Async
        Future<Inner> self(Inner other) {
            return Future.ready(this);
        }
    }
}
