// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static box.support.Script.seen;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Receiver, arguments left to right, then the call: a receiver that changes in the arguments, and one that is null. */
final class CallOrder {
    private final String name;

    CallOrder(String name) {
        this.name = name;
    }

    @Async
    Future<String> call(Object a, int b, Object... rest) {
        log("call " + name);
        await(Leaf.nothing());
        return Future.ready(name + a + b + rest.length);
    }

    static CallOrder of(String name) {
        log("of " + name);
        return new CallOrder(name);
    }

    String plain(int a, long b, String c) {
        return name + a + b + c;
    }

    @Async
    static Future<String> box() {
        CallOrder x = of("x");
        String r = await(x.call((x = of("y")).name, seen(await(Leaf.of(1))), seen(2), x.name));
        r += of("p").plain(seen(await(Leaf.of(3))), await(Leaf.of(seen(4L))), of("q").name) + x.name;
        CallOrder none = await(Leaf.of((CallOrder) null));
        try {
            r += none.plain(seen(5), await(Leaf.of(6L)), "n");
        } catch (NullPointerException e) {
            r += await(Leaf.of("N"));
        }
        r += of("a").plain(1, 2, of("b").plain(await(Leaf.of(3)), 4, of("c").plain(5, await(Leaf.of(6L)), "d")));
        return Future.ready(r.equals("xy12p34qyNa12b34c56d") ? "OK" : r);
    }
}
