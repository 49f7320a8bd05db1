// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.executor.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One executor may: the first that uses the primitive. Where no executor runs, its thread may, so that a program can
 * fill a channel before it starts and look at it between two polls.
 *
 * <p>The check finds mistakes, it does not make them safe: there is no lock.
 */
final class LocalAccess extends Access {
    private final String type;
    private @Nullable Executor owner;
    private @Nullable Thread thread;

    /**
     * Access for an executor that is not known yet.
     *
     * @param type the class of the primitive, for the text of the exception
     */
    LocalAccess(String type) {
        this.type = type;
    }

    @Override
    void enter() {
        Executor here = Executor.current();
        Thread current = Thread.currentThread();
        if (here != null) {
            if (owner == null) {
                owner = here;
            } else if (owner != here) {
                throw misuse("another executor");
            }
            thread = current;
        } else if (thread == null) {
            thread = current;
        } else if (thread != current) {
            throw misuse("a thread that does not run its executor");
        }
    }

    @Override
    void exit() {}

    private IllegalStateException misuse(String from) {
        return new IllegalStateException("this "
                .concat(type)
                .concat(" was made by ")
                .concat(type)
                .concat(".local and belongs to one executor, but was used from ")
                .concat(from)
                .concat("; make it with ")
                .concat(type)
                .concat(".of, which is safe between threads"));
    }
}
