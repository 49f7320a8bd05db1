// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Switches that are complete because the types are sealed, over interfaces, records and generic classes. */
final class SealedSwitches {
    private SealedSwitches() {}

    sealed interface Expr {}

    record Num(int value) implements Expr {}

    record Add(Expr left, Expr right) implements Expr {}

    record Neg(Expr of) implements Expr {}

    sealed interface Result<T> permits Good, Bad {}

    record Good<T>(T value) implements Result<T> {}

    record Bad<T>(String why) implements Result<T> {}

    private static int eval(Expr e) {
        return switch (e) {
            case Num n -> n.value();
            case Add(var l, var r) -> eval(l) + eval(r);
            case Neg(Num(int v)) -> -v;
            case Neg(var of) -> -eval(of);
        };
    }

    @Async
    static Future.OfInt step(Expr e) {
        return Future.ready(switch (e) {
            case Num(int v) -> await(Leaf.of(v));
            case Add(Num(int a), Num(int b)) -> await(Leaf.of(a)) + await(Leaf.of(b));
            case Add a -> await(Leaf.of(eval(a.left()))) + eval(a.right());
            case Neg(var inner) when await(Leaf.of(inner instanceof Neg)) -> eval(inner);
            case Neg n -> -await(Leaf.of(eval(n.of())));
        });
    }

    @Async
    static <T> Future<String> show(Result<T> result) {
        switch (result) {
            case Good<T>(T value) -> {
                await(Leaf.nothing());
                return Future.ready("good" + value);
            }
            case Bad<T> bad -> {
                return Future.ready(bad.why() + await(Leaf.of(1)));
            }
        }
    }

    @Async
    static Future<String> box() {
        Expr three = new Add(new Num(1), new Num(2));
        int n = await(step(new Num(5))) + 10 * await(step(three)) + 100 * await(step(new Add(three, new Num(1))));
        n += 1000 * await(step(new Neg(new Neg(new Num(7))))) + await(step(new Neg(new Num(5))));
        String r = await(show(new Good<>(6))) + await(show(new Bad<Integer>("bad")));
        return Future.ready(n == -6570 && r.equals("good6bad1") ? "OK" : n + r);
    }
}
