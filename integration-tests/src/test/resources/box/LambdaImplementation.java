// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A lambda, a method reference and a hand-written class implement an async interface. */
final class LambdaImplementation {
    private LambdaImplementation() {}

    @FunctionalInterface
    interface Step {
        @Async
        Future.OfInt apply(int x);
    }

    static Future.OfInt twice(int x) {
        log("twice");
        return Leaf.of(2 * x);
    }

    @Async
    static Future.OfInt thrice(int x) {
        return Future.ready(await(Leaf.of(3 * x)));
    }

    static final class Marked implements Step {
        @Override
        @Async
        public Future.OfInt apply(int x) {
            return Future.ready(await(Leaf.of(x)) + 1);
        }
    }

    @Async
    static Future.OfInt through(int x, Step... steps) {
        int value = x;
        for (Step step : steps) {
            value = await(step.apply(value));
        }
        return Future.ready(value);
    }

    @Async
    static Future<String> box() {
        int base = await(Leaf.of(100));
        Step plus = x -> Leaf.of(x + base);
        int r = await(through(1, plus, LambdaImplementation::twice, new Marked(), LambdaImplementation::thrice, plus));
        Step nothing = x -> null;
        try {
            await(nothing.apply(1));
            return Future.ready("no exception");
        } catch (NullPointerException expected) {
            log("null");
        }
        Step throwing = x -> {
            throw new IllegalArgumentException("at the call");
        };
        try {
            await(throwing.apply(1));
            return Future.ready("no exception");
        } catch (IllegalArgumentException expected) {
            log(expected.getMessage());
        }
        return Future.ready(r == 709 ? "OK" : "r " + r);
    }
}
