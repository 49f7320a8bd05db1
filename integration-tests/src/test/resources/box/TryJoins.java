// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.tryJoin;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.IOException;

/** tryJoin gives the join or its failure, whatever a leaf throws. */
// woven only
final class TryJoins {
    private TryJoins() {}

    @Async
    static Future<String> text(String s) {
        try {
            return Future.ready(await(Leaf.of(s)));
        } finally {
            log("text " + s);
        }
    }

    @Async
    static Future.OfInt broken() throws IOException {
        await(Leaf.nothing());
        throw new IOException("bus");
    }

    @Async
    static Future<String> box() throws IOException {
        var fine = await(tryJoin(join(text("a"), Leaf.of(1), text("b"))));
        String s;
        if (fine.hasFailed()) {
            log("failed " + fine.failed() + " " + fine.failure().getMessage());
            s = "ab1";
        } else {
            s = fine.joined().first().get() + fine.joined().third().get() + fine.joined().second().getAsInt();
        }
        var failing = await(tryJoin(join(text("c"), broken())));
        log("failed " + failing.failed() + " " + failing.failure().getMessage());
        s += failing.hasFailed();
        return Future.ready(s.equals("ab1true") ? "OK" : s);
    }
}
