// SPDX-License-Identifier: Apache-2.0
package receivers;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Nobody knows who implements it. */
public interface Sensor {
    /** A result that needs a frame. */
    @Async
    Future.OfInt read(int n);

    /** One class. */
    class Cold implements Sensor {
        @Override
        @Async
        public Future.OfInt read(int n) {
            await(Gate.next());
            return Future.ready(n);
        }
    }

    /** Another. */
    class Hot extends Cold {
        @Override
        @Async
        public Future.OfInt read(int n) {
            return Future.ready(await(super.read(n)) + 100);
        }
    }
}
