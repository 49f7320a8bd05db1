// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.check;
import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Resources: none, null, an effectively final variable, a field, and several that depend on each other. */
final class ResourceForms {
    private ResourceForms() {}

    static class Res implements AutoCloseable {
        private final String name;

        Res(String name) {
            this.name = name;
            log("open " + name);
        }

        @Override
        public void close() {
            log("close " + name);
        }
    }

    private final Res field = new Res("field");

    @Async
    static Future<Res> open(String name) {
        await(Leaf.nothing());
        return Future.ready(new Res(name));
    }

    @Async
    private Future<String> work() {
        String r = "";
        Res given = await(open("given"));
        try (given) {
            r += await(Leaf.of(given.name));
        }
        final Res none = await(Leaf.of((Res) null));
        try (none;
                field;
                Res a = await(open("a"));
                Res b = new Res(a.name + await(Leaf.of("b")))) {
            r += a.name + b.name;
        }
        try (Res unused = null) {
            r += await(Leaf.of("null")) + unused;
        }
        try (var lambda = (AutoCloseable) () -> log("close lambda")) {
            await(Leaf.nothing());
            check(lambda != null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        try (Res nested = new Res("n" + await(Leaf.of(1)));
                given) {
            try (Res inner = await(open("i"))) {
                r += nested.name + inner.name;
            }
        }
        return Future.ready(r);
    }

    @Async
    static Future<String> box() {
        String r = await(new ResourceForms().work());
        return Future.ready(r.equals("givenaabnullnulln1i") ? "OK" : r);
    }
}
