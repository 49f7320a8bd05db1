// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import dev.pollen.AsyncBlock;
import dev.pollen.Future;
import dev.pollen.Pollen;
import dev.pollen.annotations.Async;
import java.util.function.Supplier;

/** What cannot be in a block, or with one. */
final class Blocks {
    private final Object lock = new Object();
    private Object field;

    private Blocks() {}

    @Async
    static Future.OfInt one(int x) {
        return Future.ready(x);
    }

    static Future.OfInt unmarked() {
        return Future.ready(1);
    }

    Future.OfInt underALock() {
        return asyncInt(() -> {
            synchronized (lock) {
                return Future.ready(await(one(1))); // POLLEN-003
            }
        });
    }

    static Future.OfInt inTry() {
        return asyncInt(() -> {
            try {
                return one(1); // POLLEN-008
            } catch (IllegalStateException e) {
                return Future.ready(2);
            }
        });
    }

    static Future.OfInt elsewhere(AsyncBlock.OfInt<RuntimeException> body) {
        return asyncInt(body); // POLLEN-027
    }

    static Future.OfInt reference() {
        return asyncInt(Blocks::unmarked); // POLLEN-028
    }

    static Supplier<Integer> ordinaryLambda() {
        Pollen.blockOn(asyncInt(() -> {
            Supplier<Integer> s = () -> await(one(1)); // POLLEN-002
            return Future.ready((int) s.get());
        }));
        return null;
    }

    private Future<String> checked() throws Exception {
        return async(() -> { // POLLEN-021
            if (field == null) {
                throw new Exception();
            }
            return Future.ready("");
        });
    }

    void ordinaryCode() {
        async(() -> Future.done());
        await(async(() -> Future.done())); // POLLEN-001
    }
}

/** Methods of local classes are held to the rules of all others. */
final class LocalRules {
    private LocalRules() {}

    static Object local() {
        return new Object() {
            @Async
            private Future.OfInt value() {
                return Future.ready(1);
            }

            @Async
            private Future<Void> wrong(Runnable r) {
                r.run();
                Runnable s = () -> await(value()); // POLLEN-002
                return Future.done();
            }
        };
    }
}
