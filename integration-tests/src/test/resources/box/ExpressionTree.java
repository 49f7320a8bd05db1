// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** An expression is evaluated through a sealed interface: a recursion of receivers, without a bound of its own. */
final class ExpressionTree {
    private ExpressionTree() {}

    sealed interface Expr {
        @Async
        Future.OfInt eval();
    }

    record Num(int value) implements Expr {
        @Override
        @Async
        public Future.OfInt eval() {
            return Future.ready(await(Leaf.of(value)));
        }
    }

    record Add(Expr left, Expr right) implements Expr {
        @Override
        @Async
        public Future.OfInt eval() {
            return Future.ready(await(left.eval()) + await(right.eval()));
        }
    }

    record Mul(Expr left, Expr right) implements Expr {
        @Override
        @Async
        public Future.OfInt eval() {
            int l = await(left.eval());
            return Future.ready(l * await(right.eval()));
        }
    }

    record Neg(Expr of) implements Expr {
        @Override
        @Async
        public Future.OfInt eval() {
            return Future.ready(-await(of.eval()));
        }
    }

    @Async
    static Future<String> box() {
        Expr e = new Add(new Mul(new Num(3), new Add(new Num(4), new Neg(new Num(2)))), new Mul(new Num(5), new Num(7)));
        int once = await(e.eval());
        Expr again = new Neg(new Mul(e, new Neg(new Num(1))));
        int twice = await(again.eval());
        return Future.ready(once == 41 && twice == 41 ? "OK" : once + " " + twice);
    }
}
