// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.yieldNow;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;

/** Ten async functions, each awaiting the next; the innermost yields once. */
final class Nested {
    private Nested() {}

    @AsyncTask
    static Task.OfInt calls(int count) {
        int sum = 0;
        for (int left = count - 1; left >= 0; left--) {
            sum += await(level1(left));
        }
        return Task.ready(sum);
    }

    @Async
    private static Future.OfInt level1(int x) {
        return Future.ready(await(level2(x + 1)) + 1);
    }

    @Async
    private static Future.OfInt level2(int x) {
        return Future.ready(await(level3(x + 1)) + 1);
    }

    @Async
    private static Future.OfInt level3(int x) {
        return Future.ready(await(level4(x + 1)) + 1);
    }

    @Async
    private static Future.OfInt level4(int x) {
        return Future.ready(await(level5(x + 1)) + 1);
    }

    @Async
    private static Future.OfInt level5(int x) {
        return Future.ready(await(level6(x + 1)) + 1);
    }

    @Async
    private static Future.OfInt level6(int x) {
        return Future.ready(await(level7(x + 1)) + 1);
    }

    @Async
    private static Future.OfInt level7(int x) {
        return Future.ready(await(level8(x + 1)) + 1);
    }

    @Async
    private static Future.OfInt level8(int x) {
        return Future.ready(await(level9(x + 1)) + 1);
    }

    @Async
    private static Future.OfInt level9(int x) {
        return Future.ready(await(level10(x + 1)) + 1);
    }

    @Async
    private static Future.OfInt level10(int x) {
        await(yieldNow());
        return Future.ready(x + 1);
    }
}
