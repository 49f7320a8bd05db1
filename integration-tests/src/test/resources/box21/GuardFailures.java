// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Guards that throw or are cancelled, inside try, with variables that live on. */
final class GuardFailures {
    private GuardFailures() {}

    @Async
    static Future.OfBoolean test(int n) {
        await(Leaf.nothing());
        if (n == 2) {
            throw new IllegalStateException("guard");
        }
        return Future.ready(n == 1);
    }

    @Async
    static Future<String> work(Object o) {
        long kept = 7;
        try {
            return Future.ready(switch (o) {
                case Integer i when await(test(i)) || await(Leaf.of(i > 10)) -> "first" + i + kept;
                case Integer i when i == 3 -> throw new IllegalArgumentException("arm" + await(Leaf.of(i)));
                case Integer i -> "rest" + await(Leaf.of(i));
                default -> "default" + kept;
            });
        } catch (IllegalStateException | IllegalArgumentException e) {
            return Future.ready(e.getMessage() + kept + await(Leaf.of("!")));
        } finally {
            log("finally " + await(Leaf.of(kept)));
        }
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (Object o : new Object[] {1, 2, 3, 4, 11, "s"}) {
            r += await(work(o)) + " ";
        }
        return Future.ready(r.equals("first17 guard7! arm37! rest4 first117 default7 ") ? "OK" : r);
    }
}
