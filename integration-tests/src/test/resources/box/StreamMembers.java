// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.List;

/** Generators as instance, private, interface, generic, varargs and overloaded methods. */
final class StreamMembers {
    private StreamMembers() {}

    interface Source {
        int size();

        @Async
        static AsyncStream.OfInt count(int n) {
            for (int i = 0; i < n; i++) {
                emit(i);
            }
            return AsyncStream.OfInt.end();
        }

        @Async
        private AsyncStream<String> named(String name) {
            for (int i = 0; i < size(); i++) {
                emit(name + await(Leaf.of(i)));
            }
            return AsyncStream.end();
        }

        @Async
        default AsyncStream<String> all() {
            var named = named("d");
            while (await(named.next())) {
                emit(named.current());
            }
            return AsyncStream.end();
        }
    }

    record Two(int size) implements Source {
        @Async
        AsyncStream<Integer> sizes() {
            emit(size);
            emit(size + size());
            return AsyncStream.end();
        }
    }

    enum Level {
        LOW,
        HIGH;

        @Async
        AsyncStream<Level> upTo() {
            for (Level level : values()) {
                emit(level);
                if (level == this) {
                    return AsyncStream.end();
                }
            }
            return AsyncStream.end();
        }
    }

    static final class Inner<K> {
        private final K key;

        Inner(K key) {
            this.key = key;
        }

        @Async
        private <V> AsyncStream<String> with(List<V> values) {
            for (V value : values) {
                emit(key + "=" + value);
            }
            return AsyncStream.end();
        }

        @Async
        private <V> AsyncStream<String> with(@SuppressWarnings("unused") int first, Object... values) {
            for (Object value : values) {
                emit(key + "+" + value);
            }
            return AsyncStream.end();
        }
    }

    @Async
    static <T> Future<Void> print(AsyncStream<T> stream) {
        while (await(stream.next())) {
            log(stream.current());
        }
        return Future.done();
    }

    @Async
    static Future<String> box() {
        await(print(Source.count(2)));
        Two two = new Two(2);
        await(print(two.all()));
        await(print(two.sizes()));
        await(print(Level.LOW.upTo()));
        var levels = Level.HIGH.upTo();
        while (await(levels.next())) {
            log(levels.current());
        }
        Inner<String> inner = new Inner<>("k");
        var first = inner.with(List.of(1, 2));
        await(print(first));
        var second = inner.with(1, "a", 2L);
        while (await(second.next())) {
            log(second.current());
        }
        return Future.ready("OK");
    }
}
