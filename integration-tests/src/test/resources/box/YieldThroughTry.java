// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** yield out of try, finally, loops and nested switches while values lie on the stack. */
final class YieldThroughTry {
    private YieldThroughTry() {}

    @Async
    static Future<String> work(int n) {
        return Future.ready("<" + n + switch (n) {
            case 0, 1, 2 -> {
                for (; ; ) {
                    try {
                        if (n == 0) {
                            yield await(Leaf.of("zero"));
                        }
                        try {
                            if (n == 1) {
                                break;
                            }
                            yield switch (await(Leaf.of(n))) {
                                case 2 -> {
                                    try {
                                        throw new IllegalStateException(await(Leaf.of("caught")));
                                    } catch (IllegalStateException e) {
                                        yield e.getMessage() + await(Leaf.of(n));
                                    }
                                }
                                default -> "no";
                            };
                        } finally {
                            log("inner " + await(Leaf.of("f")));
                        }
                    } finally {
                        log("outer " + await(Leaf.of("g")));
                    }
                }
                yield await(Leaf.of("one"));
            }
            default -> "more";
        } + await(Leaf.of(">")));
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (int i = 0; i < 4; i++) {
            r += await(work(i));
        }
        return Future.ready(r.equals("<0zero><1one><2caught2><3more>") ? "OK" : r);
    }
}
