// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** One method of two interfaces that know nothing of each other. */
final class DiamondDefaults {
    private DiamondDefaults() {}

    interface Reader {
        @Async
        Future.OfInt value(int n);
    }

    interface Meter {
        @Async
        Future.OfInt value(int n);
    }

    interface Both extends Reader, Meter {}

    interface Narrow extends Reader {
        @Override
        @Async
        default Future.OfInt value(int n) {
            log("narrow");
            return Future.ready(await(Leaf.of(n)));
        }
    }

    static class Marked implements Reader, Meter {
        @Override
        @Async
        public Future.OfInt value(int n) {
            log("marked");
            return Future.ready(await(Leaf.of(n)) + 1);
        }
    }

    static class Unmarked implements Meter, Reader {
        @Override
        public Future.OfInt value(int n) {
            return Leaf.of(n + 2);
        }
    }

    static class Plain {
        public Future.OfInt value(int n) {
            return Leaf.of(n + 3);
        }
    }

    static class Inherits extends Plain implements Reader, Meter {}

    static class Narrowed implements Narrow, Reader {}

    abstract static class Half implements Reader, Meter {}

    static final class Whole extends Half {
        @Override
        @Async
        public Future.OfInt value(int n) {
            return Future.ready(await(Leaf.of(n)) + 4);
        }
    }

    @Async
    static Future.OfInt read(Reader reader, int n) {
        return Future.ready(await(reader.value(n)) * 2);
    }

    @Async
    static Future.OfInt meter(Meter meter, int n) {
        return Future.ready(await(meter.value(n)) * 3);
    }

    @Async
    static Future<String> box() {
        Both lambda = n -> Leaf.of(n + 5);
        int sum = await(read(new Marked(), 10)) + await(meter(new Marked(), 10));
        sum += await(read(new Unmarked(), 10)) + await(meter(new Unmarked(), 10));
        sum += await(read(new Inherits(), 10)) + await(meter(new Inherits(), 10));
        sum += await(read(new Whole(), 10)) + await(meter(new Whole(), 10));
        sum += await(read(lambda, 10)) + await(meter(lambda, 10)) + await(lambda.value(0));
        Half half = new Whole();
        sum += await(read(new Narrowed(), 10)) + await(half.value(0));
        return Future.ready(sum == 5 * (11 + 12 + 13 + 14 + 15) + 5 + 20 + 4 ? "OK" : "sum " + sum);
    }
}
