// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import java.util.List;

class Outer {
    static class Inner {
        @Async
        Future<Void> method() {
            return Future.done();
        }

        @AsyncTask
        static Task<Void> task() {
            return Task.done();
        }
    }

    private static class Hidden extends Thread {
        @Async
        Future<Hidden> itself(Hidden[] others, List<Hidden> list, Secret secret) {
            return Future.ready(this);
        }
    }

    private interface Secret extends Runnable {}
}
