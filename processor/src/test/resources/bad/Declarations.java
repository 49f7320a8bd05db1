// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import java.util.List;

abstract class Declarations {
    @Async
    static String text() { // POLLEN-006 Declarations.text must return Future<String>, or one of its forms OfInt, OfLong, OfDouble, OfBoolean; it returns String
        return "";
    }

    @Async
    static int number() { // POLLEN-006 must return Future<Integer>
        return 1;
    }

    @Async
    static void nothing() {} // POLLEN-006 must return Future<Void>

    @Async
    static List<String> list() { // POLLEN-006 must return Future<java.util.List<java.lang.String>>
        return List.of();
    }

    @AsyncTask
    static Future<Void> future() { // POLLEN-006 must return Task<Void>,
        return Future.done();
    }

    @AsyncTask(poolSize = 0) // POLLEN-007 poolSize is 0
    static Task<Void> noSlot() {
        return Task.done();
    }

    @AsyncTask(poolSize = -1) // POLLEN-007 poolSize is -1
    static synchronized boolean several() { // POLLEN-003 // POLLEN-006 must return Task<Boolean>
        return true;
    }

    @Async
    @AsyncTask
    static Task<Void> both() { // POLLEN-017 Declarations.both has both marks
        return Task.done();
    }

    @Async
    @AsyncTask
    static Future<Void> bothAgain() { // POLLEN-017 Declarations.bothAgain has both marks
        return Future.done();
    }

    @AsyncTask
    abstract Task<Void> later(); // POLLEN-013 an abstract task is not supported here yet

    @Async
    native Future<Void> wires(); // POLLEN-013 a native async method is not supported here yet

    @Async
    synchronized Future<Void> locked() { // POLLEN-003 Use dev.pollen.sync.Mutex
        return Future.done();
    }

    interface Shape {
        @Async
        Future<Void> area();
    }

    @interface Mark {
        @Async
        int value(); // POLLEN-006 // POLLEN-013 an async method of an annotation type is not supported here yet
    }
}
