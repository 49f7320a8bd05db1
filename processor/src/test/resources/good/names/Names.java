// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;

class Names {
    @Async
    Future<Void> clash(Names self, int self_, Frame cx) {
        return Future.done();
    }

    @AsyncTask
    Task<Void> pool(int POOL, Poll record) {
        return Task.done();
    }

    /** Has the name of a class of the runtime. */
    static class Frame {}

    /** Another one. */
    static class Poll {}
}
