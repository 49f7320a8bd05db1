// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Nested record patterns in instanceof and switch, with awaits between the parts' use. */
final class RecordPatterns {
    private RecordPatterns() {}

    record Point(int x, int y) {}

    record Line<T>(Point from, Point to, T tag) {}

    record Wide(long a, double b, Object c) {}

    @Async
    static Future<String> look(Object o) {
        if (o instanceof Line<?>(Point(var x, int y), Point to, String tag) && await(Leaf.of(x)) < y) {
            await(Leaf.nothing());
            return Future.ready(tag + x + y + to.x());
        }
        if (!(o instanceof Wide(long a, double b, Point(int c, int d)))) {
            return Future.ready("no" + await(Leaf.of(1)));
        }
        await(Leaf.nothing());
        return Future.ready("wide" + a + b + c + await(Leaf.of(d)));
    }

    @Async
    static Future.OfInt weigh(Object o) {
        return Future.ready(10 * switch (o) {
            case Line<?>(Point(int a, int b), Point(int c, int d), Integer tag) when await(Leaf.of(a)) == d ->
                    tag + b + await(Leaf.of(c));
            case Line<?>(Point p, Point q, var tag) -> p.x() + await(Leaf.of(q.y())) + (tag == null ? 0 : 1);
            case Point(int x, int y) when x == y -> {
                try {
                    yield Integer.parseInt(await(Leaf.of("x")));
                } catch (NumberFormatException e) {
                    yield x + await(Leaf.of(y));
                }
            }
            case Point p -> await(Leaf.of(p.x()));
            default -> 0;
        });
    }

    @Async
    static Future<String> box() {
        Point p = new Point(1, 2);
        String r = await(look(new Line<>(p, new Point(3, 4), "t"))) + await(look(new Wide(5, .5, p)));
        r += await(look(new Line<>(p, null, 5)));
        r += " " + await(weigh(new Line<>(p, new Point(3, 1), 5))) + " " + await(weigh(new Line<>(p, p, null)));
        r += " " + await(weigh(new Point(4, 4))) + " " + await(weigh(p)) + " " + await(weigh("x"));
        return Future.ready(r.equals("t123wide50.512no1 100 30 80 10 0") ? "OK" : r);
    }
}
