// SPDX-License-Identifier: Apache-2.0
package receivers;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A recursion of receivers. */
public sealed interface Expr {
    /** The value. */
    @Async
    Future.OfInt eval();

    /** A leaf. */
    record Num(int value) implements Expr {
        @Override
        @Async
        public Future.OfInt eval() {
            await(Gate.next());
            return Future.ready(value);
        }
    }

    /** A node. */
    record Add(Expr left, Expr right) implements Expr {
        @Override
        @Async
        public Future.OfInt eval() {
            return Future.ready(await(left.eval()) + await(right.eval()));
        }
    }
}
