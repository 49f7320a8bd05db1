// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.seen;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** outer.new Inner(..) with awaits in both; a null outer fails before the arguments are evaluated. */
final class InnerCreation {
    private final String name;

    InnerCreation(String name) {
        this.name = name;
    }

    class Inner {
        private final int n;

        Inner(int n) {
            this.n = n;
        }

        class Deep {
            private final String text;

            Deep(String text) {
                this.text = text + n + name;
            }
        }

        String show() {
            return name + n;
        }
    }

    @Async
    static Future<InnerCreation> outer(String name) {
        await(Leaf.nothing());
        return Future.ready(name == null ? null : new InnerCreation(name));
    }

    @Async
    private Future<String> own() {
        String own = new Inner(await(Leaf.of(1))).show();
        return Future.ready(own + this.new Inner(2).new Deep(await(Leaf.of("d"))).text);
    }

    @Async
    static Future<String> box() {
        String r = await(outer("a")).new Inner(await(Leaf.of(7))).show();
        r += await(outer("b")).new Inner(seen(8)).new Deep(await(Leaf.of("x"))).text;
        r += await(new InnerCreation("c").own());
        try {
            r += await(outer(null)).new Inner(seen(await(Leaf.of(9)))).n;
        } catch (NullPointerException e) {
            r += "null";
        }
        return Future.ready(r.equals("a7x8bc1d2cnull") ? "OK" : r);
    }
}
