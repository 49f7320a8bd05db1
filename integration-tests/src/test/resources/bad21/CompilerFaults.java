// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/**
 * Valid programs for which javac writes classes that no JVM takes, whoever compiles them: "Inconsistent stackmap frames",
 * the frame of the place where the cases are tried again knows variables of the cases already.
 */
final class CompilerFaults {
    private CompilerFaults() {}

    record Pair(int a, String b) {}

    @Async
    static Future.OfInt one(int x) {
        return Future.ready(x);
    }

    @Async
    static Future.OfInt matched(String key, Object o) {
        int result = await(one(1)); // POLLEN-041
        switch ((Object) (switch (key) {
            case "a" -> o;
            default -> {
                try {
                    yield "o";
                } finally {
                    result += await(one(2));
                }
            }
        })) {
            case Integer n when n > 2 -> result += n;
            case Pair(int a, String b) -> result += a;
            case null, default -> {}
        }
        return Future.ready(result);
    }

    /** The way out that the message names. */
    @Async
    static Future.OfInt moved(String key, Object o) {
        int result = await(one(1));
        switch (await(value(key, o))) {
            case Integer n when n > 2 -> result += n;
            case Pair(int a, String b) -> result += a;
            case null, default -> {}
        }
        return Future.ready(result);
    }

    @Async
    static Future<Object> value(String key, Object o) {
        return Future.ready(
                switch (key) {
                    case "a" -> o;
                    default -> {
                        try {
                            yield "o";
                        } finally {
                            await(one(2));
                        }
                    }
                });
    }
}
