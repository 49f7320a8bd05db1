// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import dev.pollen.CancelledError;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.sync.Mutex;

/** Handlers that keep a cancelled task from ending. */
final class SwallowedCancellation {
    private int failures;

    private SwallowedCancellation() {}

    @Async
    static Future<Integer> read(int n) {
        return Future.ready(n);
    }

    static RuntimeException wrap(Throwable t) {
        return new IllegalStateException(t);
    }

    @Async
    Future<Void> broken() {
        try {
            await(read(1));
        } catch (Throwable t) { // POLLEN-049
            failures++;
        }
        try {
            await(read(2));
        } catch (IllegalStateException | Error e) { // POLLEN-049
            failures++;
        }
        try {
            await(read(3));
        } catch (CancelledError e) { // POLLEN-049
            return Future.done();
        }
        try {
            await(read(4));
        } catch (Throwable t) { // POLLEN-049
            throw new IllegalStateException(t);
        }
        return Future.done();
    }

    @Async
    Future<Void> nested() {
        try {
            try {
                await(read(1));
            } catch (Throwable t) {
                failures++;
                throw t;
            } finally {
                failures--;
            }
        } catch (Error e) { // POLLEN-049
            failures++;
        }
        try {
            try {
                await(read(2));
            } catch (Throwable t) { // POLLEN-049
                failures++;
            }
        } catch (Throwable t) {
            failures--;
        }
        return Future.done();
    }

    Future<Void> block() {
        return async(() -> {
            try {
                await(read(1));
            } catch (Throwable t) { // POLLEN-049
                failures++;
            }
            return Future.done();
        });
    }

    @Async
    Future<Void> fine(Mutex<String> mutex) {
        try {
            await(read(1));
        } catch (Exception e) {
            failures++;
        }
        try {
            await(read(2));
        } catch (CancelledError e) {
            throw e;
        } catch (Throwable t) {
            failures++;
        }
        try {
            await(read(3));
        } catch (Throwable t) {
            if (t instanceof Error) {
                throw t;
            }
            failures++;
        }
        try {
            failures++;
        } catch (Throwable t) {
            failures--;
        }
        try {
            await(read(4));
        } catch (Throwable t) {
            throw wrap(t);
        }
        try (var guard = await(mutex.lock())) {
            await(read(5));
        } finally {
            failures++;
        }
        return Future.done();
    }

    @Async
    Future<Void> meant() {
        try {
            await(read(1));
        } catch (@SuppressWarnings("pollen:049") Throwable last) { // nothing comes after it
            failures++;
        }
        return Future.done();
    }
}
