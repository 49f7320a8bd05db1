// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Compound assignments that narrow, on locals and fields of each type. */
final class CompoundNarrowing {
    private CompoundNarrowing() {}

    private byte b = 10;
    private static short s = 7;
    private char c = 'a';
    private static long l = 1L << 40;
    private float f = 1.5f;
    private Integer boxed = 3;
    private String text = "t";

    private CompoundNarrowing self() {
        log("self");
        return this;
    }

    @Async
    private Future<String> work() {
        b = 10;
        s = 7;
        l = 1L << 40;
        b *= await(Leaf.of(100));
        self().b -= await(Leaf.of(1.5));
        s += await(Leaf.of(70000L));
        c += await(Leaf.of(1));
        self().c++;
        l >>>= await(Leaf.of(38L));
        f /= await(Leaf.of(2));
        self().boxed += await(Leaf.of(4));
        boxed++;
        self().text += await(Leaf.of("u")) + 1;
        int i = 5;
        i += await(Leaf.of(2.75));
        i <<= await(Leaf.of(33));
        i ^= i >> await(Leaf.of(1));
        char local = 'z';
        local -= await(Leaf.of(25));
        byte wrapped = Byte.MAX_VALUE;
        wrapped += await(Leaf.of(1));
        return Future.ready("" + b + s + c + l + f + boxed + text + i + local + wrapped);
    }

    @Async
    static Future<String> box() {
        String r = await(new CompoundNarrowing().work());
        return Future.ready(r.equals("-254471c40.758tu19a-128") ? "OK" : r);
    }
}
