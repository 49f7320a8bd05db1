// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A call through an interface reaches the receiver's own method, and finds its frame again. */
// expect: cold 1
// expect: make 1=1
// expect: hot 2
// expect: make 2=2
// expect: make 3=3
// expect: cold 3
// expect: make 4=3 -> value OK
final class InterfaceDispatch {
    private InterfaceDispatch() {}

    interface Sensor {
        @Async
        Future.OfInt read(int n);
    }

    static final class Cold implements Sensor {
        @Override
        @Async
        public Future.OfInt read(int n) {
            log("cold " + n);
            return Future.ready(await(Leaf.of(n)));
        }
    }

    static final class Hot implements Sensor {
        private final int base;

        Hot(int base) {
            this.base = base;
        }

        @Override
        @Async
        public Future.OfInt read(int n) {
            log("hot " + n);
            int a = await(Leaf.of(n));
            return Future.ready(base + a + await(Leaf.of(n + 1)));
        }
    }

    @Async
    static Future<String> box() {
        Sensor[] sensors = {new Cold(), new Hot(100), new Cold()};
        int sum = 0;
        for (int i = 0; i < sensors.length; i++) {
            sum += await(sensors[i].read(i + 1));
        }
        return Future.ready(sum == 1 + 105 + 3 ? "OK" : "sum " + sum);
    }
}
