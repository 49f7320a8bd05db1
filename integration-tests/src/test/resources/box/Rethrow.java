// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Caught exceptions are thrown on after an await, with their identity. */
final class Rethrow {
    private Rethrow() {}

    @Async
    static Future<Void> thrower(RuntimeException e) {
        await(Leaf.nothing());
        throw e;
    }

    @Async
    static Future<Void> middle(RuntimeException e) {
        try {
            await(thrower(e));
        } catch (final RuntimeException caught) {
            log("caught " + caught.getMessage()); // not in the report: then throws
            await(Leaf.nothing());
            throw caught;
        }
        return Future.done();
    }

    @Async
    static Future<String> box() {
        RuntimeException e = new RuntimeException("mine");
        try {
            await(middle(e));
        } catch (RuntimeException caught) {
            if (caught instanceof Leaf.Failure) {
                throw caught;
            }
            return Future.ready(caught == e ? "OK" : "another");
        }
        return Future.ready("none");
    }
}
