// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.platform.StandardError;

/** What went wrong in an executor and nobody caught: counted, and told to the handler, whatever that does. */
final class Failures {
    private final UncaughtHandler handler;
    private volatile long count;

    Failures(UncaughtHandler handler) {
        this.handler = handler;
    }

    long count() {
        return count;
    }

    /** On the executor's thread. */
    void report(String task, Throwable thrown) {
        count++;
        try {
            handler.uncaught(task, thrown);
        } catch (Throwable broken) {
            StandardError.print("task ".concat(task).concat(" failed"), thrown);
            StandardError.print("and so did the handler that was told", broken);
        }
    }
}
