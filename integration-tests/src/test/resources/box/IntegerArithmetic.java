// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Shifts, overflow, division and remainder of int and long, with awaits on either side. */
final class IntegerArithmetic {
    private IntegerArithmetic() {}

    @Async
    static Future.OfLong divide(long a, long b) {
        return Future.ready(await(Leaf.of(a)) / await(Leaf.of(b)));
    }

    @Async
    static Future<String> box() {
        int i = Integer.MAX_VALUE + await(Leaf.of(1));
        int j = Math.abs(await(Leaf.of(i))) / -1;
        long l = Integer.MAX_VALUE * await(Leaf.of(2)) + Integer.MAX_VALUE * await(Leaf.of(2L));
        long m = 1L << await(Leaf.of(63)) >> await(Leaf.of(62L)) >>> 60;
        int n = -1 >>> await(Leaf.of(28)) << await(Leaf.of(-31)) ^ 1 << await(Leaf.of(33L));
        int o = -7 % await(Leaf.of(3)) * 100 + -7 / await(Leaf.of(3)) + Math.floorMod(-7, await(Leaf.of(3)));
        long p = ~await(Leaf.of(0L)) & 0xFFFF_FFFFL | await(Leaf.of(1L)) << 40;
        int q = 0b1010 & await(Leaf.of(0x6)) | 017 ^ await(Leaf.of(1));
        String r = i + " " + j + " " + l + " " + m + " " + n + " " + o + " " + p + " " + q;
        r += " " + await(divide(Long.MIN_VALUE, -1));
        try {
            r += await(divide(1, 0));
        } catch (ArithmeticException e) {
            r += await(Leaf.of("/"));
        }
        try {
            r += 5 % await(Leaf.of(0));
        } catch (ArithmeticException e) {
            r += "%";
        }
        String expected = "-2147483648 -2147483648 4294967292 15 28 -100 1103806595071 14 -9223372036854775808/%";
        return Future.ready(r.equals(expected) ? "OK" : r);
    }
}
