// SPDX-License-Identifier: Apache-2.0
package devices;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.yieldNow;

import api.Source;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** What the second module implements. */
public class Device implements Source {
    @Override
    @Async
    public Future.OfInt read(int n) {
        await(yieldNow());
        return Future.ready(n + 1);
    }

    /** Overrides without the mark. */
    public static class Named extends Device {
        @Override
        public Future<String> name() {
            return Future.ready("named");
        }
    }

    /** Generic. */
    public static final class Upper extends Source.Base<String> {
        @Override
        @Async
        protected Future<String> step(String t) {
            await(yieldNow());
            return Future.ready(t + "^");
        }
    }
}
