// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Records, patterns and local records in blocks. */
final class BlockPatterns {
    private BlockPatterns() {}

    sealed interface Shape permits Circle, Square {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    @Async
    static Future<String> box() {
        String r = "";
        for (Shape shape : new Shape[] {new Circle(1), new Square(2)}) {
            r += await(async(() -> {
                record Pair(String name, int n) {}
                Pair pair = shape instanceof Circle c
                        ? new Pair("circle", await(Leaf.of(c.radius())))
                        : new Pair("square", await(Leaf.of(((Square) shape).side())));
                await(Leaf.nothing());
                return Future.ready(pair.name() + pair.n());
            }));
        }
        return Future.ready(r.equals("circle1square2") ? "OK" : r);
    }
}
