// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Operators that evaluate both sides, in conditions and as values, mixed with those that do not. */
final class LogicalOperators {
    private LogicalOperators() {}

    @Async
    static Future.OfBoolean at(String name, boolean value) {
        log(name);
        return Future.ready(await(Leaf.of(value)));
    }

    @Async
    static Future<String> box() {
        boolean a = await(at("a", false)) & await(at("b", true));
        boolean b = await(at("c", true)) | await(at("d", false));
        boolean c = await(at("e", true)) ^ await(at("f", true)) ^ b;
        boolean d = !await(at("g", false)) && (await(at("h", false)) || await(at("i", true)) & !a);
        a |= await(at("j", true));
        b &= a && await(at("k", false)) == c;
        c ^= await(at("l", true)) != b;
        if (!(a && !b || await(at("m", true))) == (c | d)) {
            return Future.ready("wrong");
        }
        boolean e = a ? await(at("n", false)) || b : d;
        String r = "" + a + b + c + d + e;
        return Future.ready(r.equals("truefalsefalsetruefalse") ? "OK" : r);
    }
}
