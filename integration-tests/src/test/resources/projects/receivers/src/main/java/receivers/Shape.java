// SPDX-License-Identifier: Apache-2.0
package receivers;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** All its classes are known. */
public sealed interface Shape {
    /** A result that needs a frame. */
    @Async
    Future.OfInt area(int scale);

    /** One class. */
    record Square(int side) implements Shape {
        @Override
        @Async
        public Future.OfInt area(int scale) {
            await(Gate.next());
            return Future.ready(side * side * scale);
        }
    }

    /** Another, with more to remember. */
    record Box(int width, int height) implements Shape {
        @Override
        @Async
        public Future.OfInt area(int scale) {
            long area = (long) width * height;
            await(Gate.next());
            return Future.ready((int) area * scale);
        }
    }
}
