// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A switch with try inside a constructor call: javac keeps unfinished objects in variables. */
final class UnfinishedInLocals {
    private UnfinishedInLocals() {}

    record Three(String a, int b, Object c) {}

    private static int parse(String s) {
        return Integer.parseInt(s);
    }

    @Async
    static Future<Three> make(String s) {
        return Future.ready(new Three(await(Leaf.of("k")), switch (s) {
            case "" -> await(Leaf.of(0));
            default -> {
                try {
                    yield parse(s);
                } catch (NumberFormatException e) {
                    yield await(Leaf.of(-1));
                }
            }
        }, new Three(s, await(Leaf.of(4)), null)));
    }

    /** Here the object is in a local alone at each await. */
    @Async
    static Future<Three> inLocalsAlone(String s) {
        return Future.ready(new Three(s, switch (s.length()) {
            case 0 -> 0;
            default -> {
                try {
                    yield parse(await(Leaf.of(s)));
                } catch (NumberFormatException e) {
                    yield -1;
                }
            }
        }, null));
    }

    @Async
    static Future<String> box() {
        String r = "" + await(make("")) + await(make("12")) + await(make("x"));
        Three alone = await(inLocalsAlone("7"));
        if (alone.b() != 7 || await(inLocalsAlone("y")).b() != -1) {
            return Future.ready("alone " + alone);
        }
        String expected = "Three[a=k, b=0, c=Three[a=, b=4, c=null]]Three[a=k, b=12, c=Three[a=12, b=4, c=null]]"
                + "Three[a=k, b=-1, c=Three[a=x, b=4, c=null]]";
        return Future.ready(r.equals(expected) ? "OK" : r);
    }
}
