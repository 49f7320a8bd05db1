// SPDX-License-Identifier: Apache-2.0
package api;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.yieldNow;

import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** What the first module declares. */
public interface Source {
    /** Abstract. */
    @Async
    Future.OfInt read(int n);

    /** With a body. */
    @Async
    default Future<String> name() {
        await(yieldNow());
        return Future.ready("source");
    }

    /** A class with an abstract step. */
    abstract class Base<T> {
        /** The step. */
        @Async
        protected abstract Future<T> step(T t);

        /** Two steps. */
        @Async
        public Future<T> twice(T t) {
            return Future.<T>of(await(step(await(step(t)))));
        }
    }
}
