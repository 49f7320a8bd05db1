// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** All primitive types as parameters, kept over an await. */
final class PrimitiveParameters {
    private PrimitiveParameters() {}

    @Async
    static Future<String> all(boolean z, byte b, char c, short s, int i, long j, float f, double d, String t) {
        String before = "" + z + b + c + s + i + j + f + d + t;
        await(Leaf.nothing());
        String after = "" + z + b + c + s + i + j + f + d + t;
        return Future.ready(before.equals(after) ? after : before + " became " + after);
    }

    @Async
    static Future<String> box() {
        String r = await(all(true, (byte) -1, 'x', (short) -300, 1 << 30, 1L << 40, 1.5f, -0.25, "t"));
        return Future.ready(r.equals("true-1x-300107374182410995116277761.5-0.25t") ? "OK" : r);
    }
}
