// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;

class Forms {
    @Async
    static Future.OfInt ints() {
        return Future.ready(1);
    }

    @Async
    static Future.OfLong longs() {
        return Future.ready(1L);
    }

    @Async
    static Future.OfDouble doubles() {
        return Future.ready(1.0);
    }

    @Async
    static Future.OfBoolean booleans() {
        return Future.ready(true);
    }

    @AsyncTask
    static Task.OfInt sum(int a, int b) {
        return Task.ready(a + b);
    }

    @AsyncTask
    static Task<String[]> texts(String... more) {
        return Task.ready(more);
    }
}
