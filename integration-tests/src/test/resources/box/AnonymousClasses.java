// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Anonymous classes that stand for classes, and constants with bodies: a compiler cannot look them up by name. */
final class AnonymousClasses {
    private AnonymousClasses() {}

    abstract static class Number {
        abstract int value();
    }

    enum Tag {
        PLAIN,
        LOUD {
            @Override
            String text() {
                return "LOUD";
            }
        };

        String text() {
            return "plain";
        }

        @Async
        Future<String> twice() {
            String first = text() + await(Leaf.of(1));
            return Future.ready(first + text());
        }
    }

    private static final Number FOUR = new Number() {
        @Override
        int value() {
            return 4;
        }
    };

    private static int use(Number number) {
        return number.value();
    }

    @Async
    static Future<String> box() {
        int base = await(Leaf.of(3));
        int three = use(new Number() {
            @Override
            int value() {
                return base;
            }
        });
        String tags = await(Tag.PLAIN.twice()) + await(Tag.LOUD.twice());
        String result = three + use(FOUR) + tags;
        return Future.ready(result.equals("7plain1plainLOUD1LOUD") ? "OK" : result);
    }
}
