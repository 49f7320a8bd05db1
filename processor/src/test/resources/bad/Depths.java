// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** What {@code maxDepth} and {@code implementations} cannot say. */
final class Depths {
    private Depths() {}

    @Async(maxDepth = 3)
    static Future<Void> deep() {
        return Future.done();
    }

    @Async(maxDepth = 0) // POLLEN-025 maxDepth is 0
    static Future<Void> never() {
        return Future.done();
    }

    @Async(implementations = Depths.class) // POLLEN-026 nothing overrides a static, private or final method
    static Future<Void> known() {
        return Future.done();
    }

    interface Sensor {
        @Async(implementations = {Marked.class, Inheriting.class})
        Future<Void> read();

        @Async(implementations = {Marked.class, String.class}) // POLLEN-026 String: it is no subtype of Sensor
        Future<Void> write();

        @Async(implementations = Half.class) // POLLEN-026 it has no body for the method
        Future<Void> half();

        @Async(implementations = Unmarked.class) // POLLEN-026 its plain is not @Async
        Future<Void> plain();

        @Async(implementations = int.class) // POLLEN-026 int: it is no subtype of Sensor
        default Future<Void> odd() {
            return Future.done();
        }
    }

    abstract static class Half implements Sensor {}

    abstract static class Unmarked implements Sensor {
        @Override
        public Future<Void> plain() {
            return Future.done();
        }
    }

    abstract static class Marked implements Sensor {
        @Override
        @Async
        public Future<Void> read() {
            return Future.done();
        }

        @Override
        @Async
        public Future<Void> write() {
            return Future.done();
        }
    }

    abstract static class Inheriting extends Marked {}
}
