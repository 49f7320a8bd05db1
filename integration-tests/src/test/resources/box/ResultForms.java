// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** All forms of results, with the awaits that go with them. */
final class ResultForms {
    private ResultForms() {}

    @Async
    static Future.OfInt ofInt() {
        return Future.ready(await(Leaf.of(1)));
    }

    @Async
    static Future.OfLong ofLong() {
        return Future.ready(await(Leaf.of(2L)) << 33);
    }

    @Async
    static Future.OfDouble ofDouble() {
        return Future.ready(await(Leaf.of(0.5)));
    }

    @Async
    static Future.OfBoolean ofBoolean() {
        return Future.ready(!await(Leaf.of(false)));
    }

    @Async
    static Future<Character> ofChar() {
        await(Leaf.nothing());
        return Future.ready('c');
    }

    @Async
    static Future<Byte> ofByte() {
        return Future.ready((byte) await(Leaf.of(300)));
    }

    @Async
    static Future<Short> ofShort() {
        return Future.ready((short) 7);
    }

    @Async
    static Future<Float> ofFloat() {
        await(Leaf.nothing());
        return Future.ready(1.25f);
    }

    @Async
    static Future<Integer> boxed() {
        return Future.of(await(Leaf.of(9)));
    }

    @Async
    static Future<Integer> viaForm() {
        await(Leaf.nothing());
        return Future.ready(10);
    }

    @Async
    static Future<Long> viaLongForm() {
        return Future.ready(11L);
    }

    @Async
    static Future<Void> none() {
        await(Leaf.nothing());
        return Future.done();
    }

    @Async
    static Future<Void> nullValue() {
        await(Leaf.nothing());
        return Future.ready(null);
    }

    @Async
    static Future<int[]> array() {
        return Future.ready(new int[] {await(Leaf.of(1)), 2});
    }

    @Async
    static Future<String> box() {
        String r = "" + await(ofInt()) + await(ofLong()) + await(ofDouble()) + await(ofBoolean()) + await(ofChar())
                + await(ofByte()) + await(ofShort()) + await(ofFloat()) + await(boxed()) + await(viaForm())
                + await(viaLongForm()) + await(none()) + await(nullValue()) + await(array()).length;
        return Future.ready(r.equals("1171798691840.5truec4471.2591011nullnull2") ? "OK" : r);
    }
}
