// SPDX-License-Identifier: Apache-2.0
package guide;

import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.blockOn;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** The code of the page on interfaces, overriding and recursion. */
final class Receivers {
    private Receivers() {}

    public sealed interface Shape {
        @Async
        Future.OfInt area(int scale);

        record Square(int side) implements Shape {
            @Override
            @Async
            public Future.OfInt area(int scale) {
                return Future.ready(side * side * scale);
            }
        }
    }

    @Async
    static Future.OfInt twice(Shape shape) {
        int area = await(shape.area(2));
        return Future.ready(2 * area);
    }

    @Async(maxDepth = 6)
    static Future.OfLong factorial(int n) {
        return Future.ready(n < 2 ? 1 : n * await(factorial(n - 1)));
    }

    public static void main(String[] args) {
        System.out.println(blockOn(twice(new Shape.Square(3))));
        System.out.println(blockOn(factorial(6)));
        try {
            blockOn(factorial(7));
        } catch (RuntimeException e) {
            System.out.println(e.getMessage());
        }
    }
}
