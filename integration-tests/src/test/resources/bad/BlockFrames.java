// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.select;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.Supplier;

/** What only the weaver sees of blocks: the value of a combinator that is kept. */
final class BlockFrames {
    private Object field;

    private BlockFrames() {}

    @Async
    static Future.OfInt one(int x) {
        return Future.ready(x);
    }

    Future<Void> valueInAField() {
        return async(() -> {
            field = await(select(one(1), one(2))); // POLLEN-009
            return Future.done();
        });
    }

    @Async
    static Future<Void> valueCapturedByABlock() {
        var r = await(join(one(1), one(2)));
        await(async(() -> { // POLLEN-009
            System.out.println(r.first().getAsInt());
            return Future.done();
        }));
        return Future.done();
    }

    Future<Void> valueCapturedInABlock() {
        return async(() -> {
            var r = await(join(one(1), one(2)));
            Supplier<Integer> s = () -> r.first().getAsInt(); // POLLEN-009
            return s.get() > 0 ? Future.done() : null;
        });
    }
}
