// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** More classes of receivers than a call keeps frames for. */
final class NineReceivers {
    private NineReceivers() {}

    interface Digit {
        @Async
        Future.OfInt value();
    }

    record D1() implements Digit {
        @Override
        @Async
        public Future.OfInt value() {
            return Future.ready(await(Leaf.of(1)));
        }
    }

    record D2() implements Digit {
        @Override
        @Async
        public Future.OfInt value() {
            return Future.ready(await(Leaf.of(2)));
        }
    }

    record D3() implements Digit {
        @Override
        @Async
        public Future.OfInt value() {
            return Future.ready(await(Leaf.of(3)));
        }
    }

    record D4() implements Digit {
        @Override
        @Async
        public Future.OfInt value() {
            return Future.ready(await(Leaf.of(4)));
        }
    }

    record D5() implements Digit {
        @Override
        @Async
        public Future.OfInt value() {
            return Future.ready(await(Leaf.of(5)));
        }
    }

    record D6() implements Digit {
        @Override
        @Async
        public Future.OfInt value() {
            return Future.ready(await(Leaf.of(6)));
        }
    }

    record D7() implements Digit {
        @Override
        @Async
        public Future.OfInt value() {
            return Future.ready(await(Leaf.of(7)));
        }
    }

    record D8() implements Digit {
        @Override
        @Async
        public Future.OfInt value() {
            return Future.ready(await(Leaf.of(8)));
        }
    }

    record D9() implements Digit {
        @Override
        @Async
        public Future.OfInt value() {
            return Future.ready(await(Leaf.of(9)));
        }
    }

    record D10() implements Digit {
        @Override
        @Async
        public Future.OfInt value() {
            return Future.ready(await(Leaf.of(10)));
        }
    }

    @Async
    static Future<String> box() {
        Digit[] digits = {
            new D1(), new D2(), new D3(), new D4(), new D5(), new D6(), new D7(), new D8(), new D9(), new D10()
        };
        int sum = 0;
        for (int round = 1; round <= 3; round++) {
            for (Digit digit : digits) {
                sum += round * await(digit.value());
            }
        }
        return Future.ready(sum == 6 * 55 ? "OK" : "sum " + sum);
    }
}
