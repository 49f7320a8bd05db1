// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits on both sides of && and ||. */
final class ShortCircuit {
    private ShortCircuit() {}

    @Async
    static Future.OfBoolean say(boolean b, String name) {
        log(name);
        return Future.ready(await(Leaf.of(b)));
    }

    @Async
    static Future<String> box() {
        boolean a = await(say(true, "a")) && await(say(false, "b")) || await(say(true, "c"));
        boolean b = await(say(false, "d")) && await(say(true, "e"));
        boolean c = a && !b && (await(Leaf.of(1)) == 1 || await(say(true, "never")));
        boolean d = await(say(true, "f")) & await(say(true, "g")) ^ await(say(false, "h"));
        return Future.ready(a && !b && c && d ? "OK" : a + " " + b + " " + c + " " + d);
    }
}
