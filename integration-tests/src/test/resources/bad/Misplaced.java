// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Pollen;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import java.util.function.Function;

/** Awaits that nothing can suspend, and returns that would be awaited too late. */
final class Misplaced {
    private final Object lock = new Object();

    private Misplaced() {}

    @Async
    static Future<String> text() {
        return Future.ready("t");
    }

    @Async
    Future<String> underALock() {
        synchronized (lock) {
            return Future.ready(await(text())); // POLLEN-003
        }
    }

    @Async
    static Future<String> asAFunction() {
        Function<Future<String>, String> f = Pollen::await; // POLLEN-005
        return Future.ready(f.apply(text()));
    }

    @Async
    static Future<String> inALambda() {
        Function<Future<String>, String> f = future -> await(future); // POLLEN-002
        return Future.ready(f.apply(text()));
    }

    @Async
    static Future<String> inTry() {
        try {
            return text(); // POLLEN-008
        } catch (IllegalStateException e) {
            return Future.ready("e");
        }
    }

    @Async
    static Future<String> inFinally() {
        try {
            return Future.ready(await(text()));
        } finally {
            await(text());
        }
    }

    @AsyncTask
    static Task<String> task(Task<String> other) {
        return other; // POLLEN-014
    }
}
