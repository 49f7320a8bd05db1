// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.List;

/** Async methods of an enum whose constants have bodies, with static fields, and values() in loops. */
final class EnumMembers {
    private EnumMembers() {}

    enum Shape {
        SQUARE(2) {
            @Override
            int area() {
                return size * size;
            }
        },
        LINE(3) {
            @Override
            int area() {
                return 0;
            }

            @Override
            String label() {
                return "line" + super.label();
            }
        };

        private static final List<Shape> ALL = List.of(values());
        final int size;

        Shape(int size) {
            this.size = size;
        }

        abstract int area();

        String label() {
            return "#" + ordinal();
        }

        @Async
        final Future<String> describe(int n) {
            int a = await(Leaf.of(area()));
            return Future.ready(label() + await(Leaf.of(this.name())) + (a + n + size));
        }

        @Async
        static Future.OfInt total() {
            int sum = 0;
            for (Shape shape : ALL) {
                sum += await(Leaf.of(shape.area())) + shape.size;
            }
            return Future.ready(sum);
        }
    }

    @Async
    static Future<String> box() {
        String r = "" + await(Shape.total());
        for (Shape shape : Shape.values()) {
            r += await(shape.describe(1));
        }
        r += await(Shape.valueOf(await(Leaf.of("LINE"))).describe(0));
        return Future.ready(r.equals("9#0SQUARE7line#1LINE4line#1LINE3") ? "OK" : r);
    }
}
