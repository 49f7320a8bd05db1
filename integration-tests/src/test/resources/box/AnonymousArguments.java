// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Anonymous classes with awaits among their constructor's arguments and captured variables from before and after. */
final class AnonymousArguments {
    private AnonymousArguments() {}

    abstract static class Named {
        private final String name;

        Named(String name, Object... rest) {
            this.name = name + rest.length;
            log("new " + this.name);
        }

        abstract int number();

        String show() {
            return name + number();
        }
    }

    private final int own = 3;

    @Async
    private Future<String> work(int before) {
        String hidden = await(Leaf.of("h"));
        Named a = new Named(await(Leaf.of("a")), await(Leaf.of(1)), before) {
            private final int twice = before * 2;

            {
                log("initialiser " + hidden);
            }

            @Override
            int number() {
                return twice + own + hidden.length();
            }
        };
        int after = await(Leaf.of(40));
        return Future.ready(a.show() + new Named(a.show()) {
            @Override
            int number() {
                return after + own;
            }
        }.show() + await(Leaf.of("end")));
    }

    @Async
    static Future<String> box() {
        String r = await(new AnonymousArguments().work(5));
        return Future.ready(r.equals("a214a214043end") ? "OK" : r);
    }
}
