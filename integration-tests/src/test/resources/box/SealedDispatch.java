// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Receivers whose classes are all known: a sealed interface, its records, an enum and a sealed class below it. */
final class SealedDispatch {
    private SealedDispatch() {}

    sealed interface Shape permits Circle, Square, Unit, Polygon {
        @Async
        Future.OfDouble area(double scale);
    }

    record Circle(double radius) implements Shape {
        @Override
        @Async
        public Future.OfDouble area(double scale) {
            return Future.ready(3 * radius * radius * await(Leaf.of(scale)));
        }
    }

    record Square(double side) implements Shape {
        @Override
        @Async
        public Future.OfDouble area(double scale) {
            return Future.ready(await(Leaf.of(side)) * side * scale);
        }
    }

    enum Unit implements Shape {
        ONE,
        TWO;

        @Override
        @Async
        public Future.OfDouble area(double scale) {
            return Future.ready(await(Leaf.of(ordinal() + 1)) * scale);
        }
    }

    abstract static sealed class Polygon implements Shape permits Triangle, Strange {
        @Override
        @Async
        public Future.OfDouble area(double scale) {
            return Future.ready(await(height()) * scale);
        }

        @Async
        abstract Future.OfDouble height();
    }

    static final class Triangle extends Polygon {
        @Override
        @Async
        Future.OfDouble height() {
            return Future.ready(await(Leaf.of(4.0)));
        }
    }

    static final class Strange extends Polygon {
        @Override
        @Async
        Future.OfDouble height() {
            return Future.ready(5.0);
        }

        @Override
        public Future.OfDouble area(double scale) {
            return Leaf.of(0.5);
        }
    }

    @Async
    static Future<String> box() {
        Shape[] shapes = {
            new Circle(1), new Square(2), Unit.TWO, new Triangle(), new Strange(), Unit.ONE, new Circle(2)
        };
        double sum = 0;
        for (Shape shape : shapes) {
            sum = sum * 2 + await(shape.area(1));
        }
        return Future.ready(sum == 400 ? "OK" : "sum " + sum);
    }
}
