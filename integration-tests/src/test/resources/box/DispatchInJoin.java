// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Calls that can be overridden inside of a join: two slots of one method at the same time. */
// woven only
final class DispatchInJoin {
    private DispatchInJoin() {}

    interface Port {
        @Async
        Future.OfInt read(int n);

        @Async
        default Future<String> name() {
            return Future.ready(await(Leaf.of("port")));
        }
    }

    static final class Serial implements Port {
        @Override
        @Async
        public Future.OfInt read(int n) {
            try {
                return Future.ready(await(Leaf.of(n)) + await(Leaf.of(1)));
            } finally {
                log("serial " + n);
            }
        }
    }

    static final class Usb implements Port {
        @Override
        @Async
        public Future.OfInt read(int n) {
            return Future.ready(await(Leaf.of(10 * n)));
        }

        @Override
        @Async
        public Future<String> name() {
            return Future.ready("usb");
        }
    }

    @Async
    static Future<String> box() {
        Port a = new Serial();
        Port b = new Usb();
        Port lambda = n -> Leaf.of(100 * n);
        int sum = 0;
        for (int i = 1; i <= 2; i++) {
            var r = await(join(a.read(i), b.read(i)));
            sum += r.first().getAsInt() + r.second().getAsInt();
            var s = await(join(a.read(i), lambda.read(i), join(a.name(), b.name())));
            sum += s.first().getAsInt() + s.second().getAsInt();
            String names = s.third().get().first().get() + s.third().get().second().get();
            log(names);
            Port c = a;
            a = b;
            b = c;
        }
        return Future.ready(sum == 2 + 10 + 2 + 100 + 20 + 3 + 20 + 200 ? "OK" : "sum " + sum);
    }
}
