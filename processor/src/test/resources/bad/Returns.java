// SPDX-License-Identifier: Apache-2.0
package demo;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Pollen;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.sync.Mutex;

class Returns {
    @Async
    static Future<String> other() {
        return Future.ready("x");
    }

    @Async
    static Future<String> outside(boolean yes) {
        if (yes) {
            return other();
        }
        try {
            return Future.ready(await(other()));
        } finally {
            Boolean.toString(yes);
        }
    }

    @Async
    static Future<String> inside(int n, Mutex<String> mutex) {
        try {
            if (n == 0) {
                return other(); // POLLEN-008
            }
        } catch (RuntimeException e) {
            return other();
        }
        try (var guard = await(mutex.lock())) {
            return (other()); // POLLEN-008
        }
    }

    static Future<String> block(int n, Mutex<String> mutex) {
        return Pollen.async(() -> {
            try {
                if (n == 0) {
                    return other(); // POLLEN-008
                }
                return Future.ready(await(Pollen.async(() -> other())));
            } finally {
                await(other());
            }
        });
    }

    @Async
    static Future<String> branches(int n) {
        try {
            if (n == 5) {
                return null;
            }
            if (n == 6) {
                return Future.of("six");
            }
            return n > 0
                    ? Future.ready("y")
                    : switch (n) {
                        case -1 -> other(); // POLLEN-008
                        case -2 -> Future.ready("z");
                        default -> {
                            Runnable unrelated = () -> {
                                return;
                            };
                            yield n < -9
                                    ? other() // POLLEN-008
                                    : Future.ready("w");
                        }
                    };
        } finally {
            Future<String> last = Future.ready("");
        }
    }

    @Async
    static Future<String> handlers() {
        try {
            await(other());
        } catch (RuntimeException e) {
            return other(); // POLLEN-008
        } finally {
            Runnable unrelated = () -> {
                try {
                    other();
                } finally {
                    other();
                }
            };
        }
        return other();
    }

    static Future<String> notAsync() {
        try {
            return other();
        } finally {
            other();
        }
    }

    @AsyncTask
    static Task<String> task(Task<String> given, boolean yes) {
        if (yes) {
            return given; // POLLEN-014
        }
        if (given == null) {
            return null; // POLLEN-014
        }
        return yes
                ? Task.ready("x")
                : given; // POLLEN-014
    }

    @AsyncTask
    static Task<Void> good() {
        return Task.done();
    }
}
