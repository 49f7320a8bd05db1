// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.mapInt;
import static dev.pollen.futures.Futures.pollOnce;
import static dev.pollen.futures.Futures.race;
import static dev.pollen.futures.Futures.ready;
import static dev.pollen.futures.Futures.select;
import static dev.pollen.futures.Futures.selectAll;
import static dev.pollen.futures.Futures.then;
import static dev.pollen.futures.Futures.tryJoin;

import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.Mapping;
import dev.pollen.annotations.Async;

/** A future that is two parts of a combinator. */
final class SameFutures {
    private final Future.OfInt field = one(1);
    private SameFutures other;

    @Async
    static Future.OfInt one(int x) {
        return Future.ready(x);
    }

    @Async
    Future<Void> twice(Future.OfInt parameter) {
        var f = one(1);
        await(join(f, f)); // POLLEN-034 f stands twice
        await(select(parameter, one(2), parameter)); // POLLEN-034 parameter
        await(select(f, join(one(1), (Future.OfInt) (f)))); // POLLEN-034 f stands twice
        await(select(borrow(f), borrow(f))); // POLLEN-034 f stands twice
        await(join(field, this.field)); // POLLEN-034 field stands twice
        await(selectAll(f, one(1), one(2), f)); // POLLEN-034 f stands twice
        await(race(one(1), f, f)); // POLLEN-034 f stands twice
        await(tryJoin(join(f, one(1), one(2), one(3), f))); // POLLEN-034 f stands twice
        await(join(mapInt(f, x -> x + 1), then(f, x -> one(x)))); // POLLEN-034 f stands twice
        await(select(pollOnce(f), f)); // POLLEN-034 f stands twice
        return Future.done();
    }

    @Async
    static AsyncStream.OfInt stream() {
        return AsyncStream.OfInt.end();
    }

    @Async
    Future<Void> streams() {
        var s = stream();
        var t = stream();
        await(join(s.next(), s.next())); // POLLEN-035 s.next() stands twice
        await(select(t.next(), join(one(1), (t.next())))); // POLLEN-035 t.next() stands twice
        await(join(s.next(), t.next()));
        await(join(stream().next(), stream().next()));
        return Future.done();
    }

    @Async
    Future<Void> once() {
        var f = one(1);
        var g = one(1);
        await(join(f, g));
        await(join(field, other.field));
        await(join(one(1), one(1)));
        Mapping.OfInt<RuntimeException> next = x -> x + 1;
        await(join(mapInt(f, next), mapInt(g, next)));
        int n = 5;
        await(join(ready(n), ready(n)));
        return Future.done();
    }
}
