// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Exceptions from the parts of loop headers, conditions and switch selectors reach the handlers around them. */
final class ExceptionsInHeaders {
    private ExceptionsInHeaders() {}

    @Async
    static Future.OfInt bad(String where) {
        await(Leaf.nothing());
        throw new IllegalStateException(where);
    }

    @Async
    static Future<Void> place(int n) {
        switch (n) {
            case 0:
                for (int i = await(bad("init")); i < 0; i++) {}
                break;
            case 1:
                for (int i = 0; i < await(bad("condition")); i++) {}
                break;
            case 2:
                for (int i = 0; i < 2; i += await(bad("update"))) {
                    log("once");
                }
                break;
            case 3:
                while (await(Leaf.of(true)) && await(bad("while")) > 0) {}
                break;
            case 4:
                do {
                    n++;
                } while (await(bad("do" + n)) > 0);
                break;
            case 5:
                for (int i : new int[await(bad("array"))]) {
                    n += i;
                }
                break;
            case 6:
                switch (await(bad("switch"))) {
                    default:
                }
                break;
            case 7:
                if (await(bad("if")) > 0 == await(Leaf.of(true))) {}
                break;
            case 8:
                synchronized ("" + await(bad("lock"))) {
                    n++;
                }
                break;
            default:
                throw new IllegalStateException("end" + await(Leaf.of(n)));
        }
        return Future.done();
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (int n = 0; n < 10; n++) {
            try {
                await(place(n));
            } catch (IllegalStateException e) {
                r += e.getMessage() + " ";
            }
        }
        return Future.ready(r.equals("init condition update while do5 array switch if lock end9 ") ? "OK" : r);
    }
}
