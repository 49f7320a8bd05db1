// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.List;

/** Strings of the same hash code in old and new switches. */
final class StringSwitchCollisions {
    private StringSwitchCollisions() {}

    @Async
    static Future.OfInt old(String s) {
        int r = 1;
        switch (await(Leaf.of(s))) {
            case "AaAa":
                r += await(Leaf.of(10));
                break;
            case "BBBB":
                r += await(Leaf.of(20));
            case "AaBB":
                r += await(Leaf.of(30));
                break;
            case "":
                r = 7;
        }
        return Future.ready(r);
    }

    @Async
    static Future.OfInt arrow(String s) {
        return Future.ready(await(Leaf.of(1000)) * switch (s) {
            case "Aa" -> await(Leaf.of(1));
            case "BB", "C#" -> await(Leaf.of(2));
            default -> await(Leaf.of(s)).length();
        });
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (String s : List.of("AaAa", "BBBB", "AaBB", "BBAa", "")) {
            r += await(old(s)) + " ";
        }
        for (String s : new String[] {"Aa", "BB", "C#", "BBAa"}) {
            r += await(arrow(s)) + " ";
        }
        try {
            await(arrow(await(Leaf.of((String) null))));
        } catch (NullPointerException e) {
            r += "null";
        }
        return Future.ready(r.equals("11 51 31 1 7 1000 2000 2000 4000 null") ? "OK" : r);
    }
}
