// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.IntFunction;

/** Blocks of constructors, initialisers, static initialisers, fields and enum constants: all are code of their own. */
final class BlockInConstructor {
    private BlockInConstructor() {}

    static final class Made {
        final Future<String> field = async(() -> Future.ready("field" + await(Leaf.of(tag()))));
        final Future<String> initialised;
        final Future<String> constructed;

        {
            initialised = async(() -> Future.ready("init" + await(Leaf.of(tag()))));
        }

        Made(int n) {
            constructed = async(() -> Future.ready("new" + n + await(Leaf.of(tag()))));
        }

        Made() {
            this(2);
        }

        String tag() {
            return "T";
        }
    }

    static final class Once {
        static final Future<String> STATIC = async(() -> Future.ready("s" + await(Leaf.of(1))));
        static final Future<String> BLOCK;

        static {
            String local = "l";
            BLOCK = async(() -> Future.ready(local + await(Leaf.of(2))));
        }
    }

    enum Kind {
        A(n -> async(() -> Future.ready("a" + await(Leaf.of(n))))),
        B(n -> async(() -> Future.ready("b" + n)));

        private final IntFunction<Future<String>> maker;

        Kind(IntFunction<Future<String>> maker) {
            this.maker = maker;
        }
    }

    @Async
    static Future<String> box() {
        Made made = new Made(1);
        String r = await(made.field) + await(made.initialised) + await(made.constructed) + await(new Made().constructed);
        r += await(Kind.A.maker.apply(3)) + await(Kind.B.maker.apply(4));
        return Future.ready(r.equals("fieldTinitTnew1Tnew2Ta3b4") ? "OK" : r);
    }
}
