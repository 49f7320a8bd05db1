// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** try blocks that hold nothing but an await, or nothing, with empty handlers and empty finally blocks. */
final class EmptyParts {
    private EmptyParts() {}

    @Async
    static Future<String> box() {
        String r = "";
        try {
            await(Leaf.nothing());
        } catch (IllegalStateException e) {
        }
        try {
        } finally {
            r += await(Leaf.of("a"));
        }
        try {
            await(Leaf.of(1));
        } finally {
        }
        try {
            r += "b";
        } catch (IllegalStateException e) {
            r += await(Leaf.of("never"));
        }
        int n = 0;
        try {
            n = await(Leaf.of(5));
        } catch (Leaf.Failure e) {
            n = 5;
        }
        try {
            try {
                await(Leaf.nothing());
            } finally {
                await(Leaf.nothing());
            }
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            await(Leaf.nothing());
        }
        return Future.ready(r.equals("ab") && n == 5 ? "OK" : r + n);
    }
}
