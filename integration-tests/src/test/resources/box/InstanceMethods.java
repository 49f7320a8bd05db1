// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Instance methods: final, overridden, through super, through an interface. */
final class InstanceMethods {
    private InstanceMethods() {}

    interface Shape {
        Future.OfDouble area();

        @Async
        default Future<String> describe() {
            return Future.ready("area " + await(area()));
        }

        @Async
        static Future<String> unit() {
            return Future.ready(await(Leaf.of("m2")));
        }
    }

    static class Square implements Shape {
        final double side;

        Square(double side) {
            this.side = side;
        }

        @Override
        @Async
        public Future.OfDouble area() {
            return Future.ready(side * await(Leaf.of(side)));
        }
    }

    static final class Framed extends Square {
        Framed(double side) {
            super(side);
        }

        @Override
        @Async
        public Future.OfDouble area() {
            return Future.ready(await(super.area()) + await(Leaf.of(1.0)));
        }
    }

    @Async
    static Future<String> box() {
        Shape[] shapes = {new Square(2), new Framed(3)};
        StringBuilder text = new StringBuilder();
        for (Shape shape : shapes) {
            text.append(await(shape.describe())).append(' ').append(await(Shape.unit())).append(';');
        }
        return Future.ready(text.toString().equals("area 4.0 m2;area 10.0 m2;") ? "OK" : text.toString());
    }
}
