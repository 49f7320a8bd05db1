// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.IOException;

/** A child that throws ends a select; the others are cancelled, the exception leaves from the await. */
// woven only
final class SelectThrows {
    private SelectThrows() {}

    @Async
    static Future<String> thrower() throws IOException {
        await(Leaf.nothing());
        throw new IOException("thrown");
    }

    @Async
    static Future<String> patient() {
        try {
            await(Leaf.nothing());
            await(Leaf.nothing());
            return Future.ready("patient");
        } finally {
            log("patient ends");
        }
    }

    @Async
    static Future<String> box() {
        String s = "";
        try {
            var r = await(select(thrower(), patient()));
            s = "no exception";
        } catch (IOException e) {
            s += e.getMessage();
        }
        try {
            var r = await(join(patient(), thrower()));
            s = "no exception";
        } catch (IOException e) {
            s += e.getMessage();
        }
        return Future.ready(s.equals("thrownthrown") ? "OK" : s);
    }
}
