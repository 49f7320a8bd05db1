// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.pollOnce;
import static dev.pollen.futures.Futures.race;
import static dev.pollen.futures.Futures.select;
import static dev.pollen.futures.Futures.selectAll;
import static dev.pollen.futures.Futures.tryJoin;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.futures.Join2;
import dev.pollen.futures.Select2;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The value of a combinator shows slots of the frame: it is not kept longer than its expression rests. */
final class KeptValues {
    private Object field;
    private static Object shared;

    private KeptValues() {}

    @Async
    static Future.OfInt one(int x) {
        return Future.ready(x);
    }

    @Async
    static Future<String> text() {
        return Future.ready("t");
    }

    @Async
    static Future.OfInt overATurn() {
        Select2<?, ?> last = null;
        int n = 0;
        for (int i = 0; i < 3; i++) {
            var r = await(select(one(i), one(2))); // POLLEN-009
            if (last != null) {
                n += last.index();
            }
            last = r;
        }
        return Future.ready(n);
    }

    @Async
    Future<Void> inAField() {
        field = await(select(one(1), one(2))); // POLLEN-009
        var r = await(join(one(1), text()));
        shared = r.second(); // POLLEN-009
        return Future.done();
    }

    @Async
    static Future<Void> inAnArray(Object[] array) {
        var r = await(join(one(1), one(2)));
        array[0] = r; // POLLEN-009
        return Future.done();
    }

    @Async
    static Future.OfInt inACollection() {
        List<Join2<?, ?>> list = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            list.add(await(join(one(i), one(2)))); // POLLEN-009
        }
        return Future.ready(list.size());
    }

    @Async
    static Future.OfInt captured() {
        var r = await(join(one(1), one(2)));
        Supplier<Integer> later = () -> r.first().getAsInt(); // POLLEN-009
        return Future.ready((int) later.get());
    }

    @Async
    static Future<Object> returned() {
        var r = await(select(one(1), one(2)));
        return Future.ready((Object) r); // POLLEN-009
    }

    @Async
    static Future<Integer> innerView() {
        var r = await(join(join(one(1), one(2)), text()));
        Object inner = r.first();
        shared = inner; // POLLEN-009
        return Future.ready((Integer) r.first().first().get());
    }

    private static void use(Object o) {}

    private record Box(Object content) {}

    @Async
    static Future<Void> chosen(boolean b) {
        var r = await(join(one(1), text()));
        Object o = b ? r : null;
        shared = o; // POLLEN-009
        var q = await(join(text(), one(2)));
        Object p =
                switch (b ? 1 : 2) {
                    case 1 -> q;
                    default -> "none";
                };
        use(p); // POLLEN-009
        return Future.done();
    }

    @Async
    static Future<Void> castAndMatched() {
        Object r = (Object) await(join(one(1), text()));
        shared = (Join2<?, ?>) r; // POLLEN-009
        Object q = await(join(text(), one(2)));
        if (q instanceof Join2<?, ?> j) {
            use(j); // POLLEN-009
        }
        return Future.done();
    }

    @Async
    static Future<Void> overFinally() {
        Object o;
        try {
            o = await(join(one(1), text()));
        } finally {
            use("done");
        }
        shared = o; // POLLEN-009
        return Future.done();
    }

    @Async
    static Future<Void> ofLocalClasses() {
        var r = await(join(one(1), text()));
        class Local {
            Object content() {
                return r.first();
            }
        }
        use(new Local()); // POLLEN-009
        use(new Box(r.second())); // POLLEN-009
        Supplier<Future.OfInt> later = r::first; // POLLEN-009
        return Future.done();
    }

    @Async
    static Future<Void> combinedAgain() {
        var r = await(join(one(1), text()));
        var q = await(join(r.first(), text())); // POLLEN-009
        return Future.done();
    }

    @Async
    static Future<Void> borrowed() {
        shared = await(dev.pollen.futures.Futures.borrow(one(1))); // POLLEN-009
        return Future.done();
    }

    @Async
    static Future<Void> ofMany() {
        var r = await(select(one(1), one(2), one(3), one(4), one(5), one(6), one(7), text()));
        shared = r.eighth(); // POLLEN-009
        var q = await(selectAll(one(1), text(), one(3), one(4)));
        shared = q.second(); // POLLEN-009
        var j = await(join(text(), one(2), one(3), one(4), one(5)));
        shared = j.first(); // POLLEN-009
        var t = await(tryJoin(join(one(1), text())));
        shared = t.joined().first(); // POLLEN-009
        shared = t; // POLLEN-009
        shared = await(race(text(), text()));
        var p = await(pollOnce(text()));
        shared = p.future(); // POLLEN-009
        return Future.done();
    }

    @Async
    static Future.OfInt fine() {
        int n = 0;
        for (int i = 0; i < 3; i++) {
            var r = await(select(one(i), text()));
            if (r.isFirst()) {
                n += r.first().getAsInt();
            }
            String s = "r " + r.index() + r;
            shared = s + (r.isSecond() ? r.second().get() : "");
        }
        return Future.ready(n);
    }
}
