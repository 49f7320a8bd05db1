// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Constructors with statements before super(..), of classes and inner classes, made with awaits as arguments. */
final class EarlyConstructors {
    private EarlyConstructors() {}

    static class Base {
        final String text;

        Base(String text) {
            this.text = text + describe();
        }

        String describe() {
            return "base";
        }
    }

    static class Early extends Base {
        private final int n;

        Early(int n) {
            if (n < 0) {
                throw new IllegalArgumentException("n" + n);
            }
            this.n = n;
            String prepared = "p" + n;
            super(prepared);
        }

        @Override
        String describe() {
            return "early" + n;
        }

        @Async
        final Future<String> show() {
            return Future.ready(text + await(Leaf.of(n)));
        }
    }

    @Async
    static Future<String> box() {
        String r = await(new Early(await(Leaf.of(3))).show());
        try {
            r += new Early(await(Leaf.of(-1)));
        } catch (IllegalArgumentException e) {
            r += e.getMessage() + await(Leaf.of("!"));
        }
        class Local extends Early {
            Local(int a, int b) {
                var sum = a + b;
                super(sum);
            }
        }
        r += new Local(await(Leaf.of(1)), await(Leaf.of(4))).text;
        return Future.ready(r.equals("p3early33n-1!p5early5") ? "OK" : r);
    }
}
