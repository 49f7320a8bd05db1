// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Switches over types, with null, guards that await, qualified constants and a default. */
final class PatternSwitches {
    private PatternSwitches() {}

    enum Coin {
        HEAD,
        TAIL
    }

    @Async
    static Future<String> describe(Object o) {
        return Future.ready(await(Leaf.of("<")) + switch (o) {
            case null -> await(Leaf.of("null"));
            case Integer i when i > 10 && await(Leaf.of(i)) % 2 == 0 -> "even" + await(Leaf.of(i));
            case Integer i -> {
                int twice = i * await(Leaf.of(2));
                yield "int" + twice;
            }
            case String s when s.isEmpty() -> await(Leaf.of("empty"));
            case String s when await(Leaf.of(s)).length() > 2 -> s.substring(await(Leaf.of(1)));
            case CharSequence s -> "chars" + await(Leaf.of(s.length()));
            case Coin c when await(Leaf.of(c == Coin.HEAD)) -> "head";
            case Coin c -> c.name();
            case int[] array -> "array" + await(Leaf.of(array.length));
            default -> o.getClass().getSimpleName();
        } + ">");
    }

    @Async
    static Future.OfInt statement(Object o) {
        int r = await(Leaf.of(1));
        switch (o) {
            case String s:
                r += await(Leaf.of(s.length()));
                break;
            case Integer i when await(Leaf.of(i)) > 5:
                r += i;
            default:
                r += await(Leaf.of(100));
        }
        return Future.ready(r);
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (Object o : new Object[] {null, 12, 13, 1, "", "ab", "abc", Coin.HEAD, Coin.TAIL, new int[2], 'c'}) {
            r += await(describe(o));
        }
        r += await(statement("s")) + await(statement(6)) + await(statement(2));
        try {
            r += await(statement(null));
        } catch (NullPointerException e) {
            r += await(Leaf.of("N"));
        }
        String expected = "<null><even12><int26><int2><empty><chars2><bc><head><TAIL><array2><Character>210";
        return Future.ready(r.equals(expected + "N") ? "OK" : r);
    }
}
