// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;

/** Everything. */
public interface Access {
    /**
     * In an interface.
     *
     * @param n a number
     * @return nothing
     */
    @Async
    default Future<Void> inherited(int n) {
        return Future.done();
    }

    /** In a class. */
    class Shop {
        /** Made by anybody. */
        public Shop() {}

        /** @return nothing */
        @AsyncTask
        public static Task<Void> open() {
            return Task.done();
        }

        /** @return nothing */
        @Async
        protected Future<Void> half() {
            return Future.done();
        }

        @Async
        private Future<Void> closed() {
            return Future.done();
        }

        /** @return nothing */
        public Future<Void> user() {
            return closed();
        }
    }
}
