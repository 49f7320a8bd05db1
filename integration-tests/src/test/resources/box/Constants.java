// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Constants from every part of the constant pool around awaits: wide ones, texts, classes. */
final class Constants {
    private Constants() {}

    private static final long FAR = 0x1234_5678_9ABC_DEF0L;
    private static final String TEXT = "t\u0000\u00e9\ud83d\ude00\t";

    @Async
    static Future<String> box() {
        int i = 40_000 + await(Leaf.of(-40_000)) + 128 + -129 + 32_768;
        long l = FAR ^ await(Leaf.of(FAR)) ^ 2L ^ Long.MIN_VALUE;
        double d = await(Leaf.of(Double.MAX_VALUE)) / Double.MAX_VALUE + 1e-3;
        float f = 3.25f + (float) await(Leaf.of(1f));
        Class<?> type = await(Leaf.of(1)) > 0 ? int[][].class : void.class;
        String s = TEXT + await(Leaf.of(TEXT.length())) + TEXT.codePointAt(3);
        Object o = await(Leaf.of((Object) Constants.class.getSimpleName())) + "" + long.class + type;
        String r = i + " " + l + " " + d + " " + f + " " + s + " " + o;
        String expected = "32767 -9223372036854775806 1.001 4.25 t\0\u00e9\ud83d\ude00\t6128512 Constantslongclass [[I";
        return Future.ready(r.equals(expected) ? "OK" : r);
    }
}
