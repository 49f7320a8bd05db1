// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Handlers keep their order when their ranges are cut: the inner and the first one win. */
final class HandlerOrder {
    private HandlerOrder() {}

    @Async
    static Future<String> attempt(int i) {
        try {
            try {
                await(Leaf.nothing());
                if (i == 0) {
                    throw new IllegalArgumentException("arg");
                }
                await(Leaf.nothing());
                throw new IllegalStateException("state");
            } catch (IllegalArgumentException e) {
                return Future.ready("inner " + await(Leaf.of(e.getMessage())));
            }
        } catch (Leaf.Failure e) {
            throw e;
        } catch (IllegalArgumentException e) {
            return Future.ready("outer " + e.getMessage());
        } catch (RuntimeException e) {
            return Future.ready("runtime " + await(Leaf.of(e.getMessage())));
        }
    }

    @Async
    static Future<String> box() {
        String r = await(attempt(0)) + await(attempt(1));
        return Future.ready(r.equals("inner argruntime state") ? "OK" : r);
    }
}
