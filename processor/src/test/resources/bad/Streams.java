// SPDX-License-Identifier: Apache-2.0
package demo;

import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.Pollen;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.time.Timer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

class Streams {
    int field = value();

    {
        emit(1); // POLLEN-029 emit stands in an instance initialiser
    }

    static {
        Pollen.emit(1); // POLLEN-029 a static initialiser
    }

    Streams() {
        emit(1); // POLLEN-029 a constructor
    }

    static int value() {
        emit(1); // POLLEN-029 emit stands in value, which is not a generator
        return 1;
    }

    static AsyncStream<Integer> unmarked() {
        emit(1); // POLLEN-029 unmarked
        return AsyncStream.end();
    }

    @Async
    static Future.OfInt function() {
        emit(1); // POLLEN-029 function
        return Future.ready(1);
    }

    @AsyncTask
    static Task<Void> task() {
        emit(1); // POLLEN-029 task
        return Task.done();
    }

    @Async
    static AsyncStream<Integer> lambda(List<Integer> list) {
        list.forEach(n -> emit(n)); // POLLEN-029 emit stands in a lambda
        list.forEach(Pollen::emit); // POLLEN-005 emit is used as a method reference
        IntConsumer other = new Other()::emit;
        new Object() {
            void run() {
                emit(2); // POLLEN-029 run
            }
        }.run();
        return AsyncStream.end();
    }

    @Async
    AsyncStream<Integer> lock() {
        synchronized (this) {
            emit(1); // POLLEN-003 emit stands under synchronized
            await(Timer.afterMillis(1)); // POLLEN-003 await stands under synchronized
        }
        emit(1);
        return AsyncStream.end();
    }

    @Async
    static AsyncStream<Long> longs() {
        emit(1L);
        emit(1); // POLLEN-030 emit gives int to a stream of java.lang.Long
        emit("1"); // POLLEN-030 emit gives java.lang.String
        return AsyncStream.end();
    }

    @Async
    static <T extends Comparable<T>> AsyncStream<T> generic(T first, Object other, List<? extends T> list) {
        emit(first);
        emit(other); // POLLEN-030 emit gives java.lang.Object to a stream of T
        emit(list.get(0));
        emit(null);
        return AsyncStream.end();
    }

    @Async
    static AsyncStream<Number> numbers() {
        emit(1);
        emit(2.5);
        emit('c'); // POLLEN-030 emit gives char to a stream of java.lang.Number
        return AsyncStream.end();
    }

    @Async
    static AsyncStream.OfInt ints(Integer boxed, Character character) {
        emit(1);
        emit('c');
        emit(boxed);
        emit(1L); // POLLEN-030 emit gives long to a stream of int
        emit(character); // POLLEN-030 emit gives java.lang.Character to a stream of int
        emit(null); // POLLEN-030
        return AsyncStream.OfInt.end();
    }

    @Async
    static AsyncStream.OfDouble doubles() {
        emit(1);
        emit(2L);
        emit(2.5f);
        emit(true); // POLLEN-030 emit gives boolean to a stream of double
        return AsyncStream.OfDouble.end();
    }

    @Async
    static AsyncStream<Integer> delegates(boolean first, AsyncStream<Integer> given) {
        if (first) {
            return given; // POLLEN-031 while (await(s.next())) emit(s.current())
        }
        return first ? AsyncStream.end() : lambda(List.of()); // POLLEN-031
    }

    @Async
    static AsyncStream<Integer> nothing() {
        return null; // POLLEN-031
    }

    static class Other {
        void emit(int n) {}
    }
}
