// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.executor.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One executor may: the first that uses the primitive, until it is closed. Where no executor runs, the thread of the
 * last use may, so that a program can fill a channel before it starts and look at it between two polls.
 *
 * <p>The check finds mistakes, it does not make them safe: there is no lock.
 */
final class LocalAccess extends Access {
    private @Nullable Executor owner;
    private @Nullable Thread thread;

    /** What the owner polls with, once it has; null where that is not known. */
    private @Nullable Context trusted;

    /**
     * Access for an executor that is not known yet.
     *
     * @param type the class of the primitive, for the text of the exception
     */
    LocalAccess(String type) {
        super(type);
    }

    @Override
    void enter() {
        Executor bound = owner;
        if (bound == null || Thread.currentThread() != thread || !bound.isCurrent()) {
            check(Executor.current(), Thread.currentThread());
        }
    }

    @Override
    void enter(Context cx) {
        if (cx != trusted || Thread.currentThread() != thread) {
            enter();
            trusted = owner != null && owner.pollsWith(cx) ? cx : null;
        }
    }

    @Override
    void exit() {}

    private void check(@Nullable Executor here, Thread current) {
        Executor bound = owner;
        if (bound != null && bound.isClosed()) {
            // Its tasks are gone, and their waiters with them.
            owner = here;
        } else if (here != null) {
            if (bound != null && bound != here) {
                throw misuse("from another executor");
            }
            owner = here;
        } else if (thread != null && thread != current) {
            throw misuse("outside of it from another thread");
        }
        thread = current;
    }

    private IllegalStateException misuse(String from) {
        String type = type();
        return new IllegalStateException("this "
                .concat(type)
                .concat(" was made by ")
                .concat(type)
                .concat(".local and belongs to one executor, but was used ")
                .concat(from)
                .concat("; make it with ")
                .concat(type)
                .concat(".of, which is safe between threads"));
    }
}
