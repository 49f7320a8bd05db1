// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.selectAll;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A child of selectAll throws: what one before it has received is there, and the exception leaves where its child is read. */
// woven only
final class SelectAllThrows {
    private SelectAllThrows() {}

    @Async
    static Future.OfInt text(int n) {
        try {
            return Future.ready(await(Leaf.of(n)));
        } finally {
            log("text " + n);
        }
    }

    @Async
    static Future.OfInt broken(int n) {
        await(Leaf.of(n));
        throw new IllegalArgumentException("broken " + n);
    }

    @Async
    static Future<String> box() {
        String s = "";
        var r = await(selectAll(text(1), broken(2), Leaf.of(3)));
        s += r.index() + "" + r.first().getAsInt() + r.isSecond() + r.isThird();
        try {
            log(r.second().getAsInt());
        } catch (IllegalArgumentException e) {
            s += e.getMessage();
        }
        try {
            await(selectAll(broken(4), text(5)));
        } catch (IllegalArgumentException e) {
            s += " " + e.getMessage();
        }
        Future.OfInt[] many = {text(6), text(7), broken(8), text(9)};
        var q = await(selectAll(many));
        s += " " + q.index() + q.child(1).getAsInt() + q.isReady(2) + q.isReady(3);
        try {
            log(q.child(2).getAsInt());
        } catch (IllegalArgumentException e) {
            s += e.getMessage();
        }
        return Future.ready(s.equals("01truefalsebroken 2 broken 4 07truefalsebroken 8") ? "OK" : s);
    }
}
