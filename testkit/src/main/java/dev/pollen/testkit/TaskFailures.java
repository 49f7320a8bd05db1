// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import dev.pollen.executor.UncaughtHandler;
import dev.pollen.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What tasks have thrown and nobody has awaited, until the test is told. */
final class TaskFailures implements UncaughtHandler {
    private final Clock clock;
    private final List<Throwable> thrown = new ArrayList<>();

    TaskFailures(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void uncaught(String task, Throwable failure) {
        failure.addSuppressed(new Origin(task, clock.now()));
        thrown.add(failure);
    }

    synchronized List<Throwable> take() {
        List<Throwable> taken = List.copyOf(thrown);
        thrown.clear();
        return taken;
    }

    /** Throws the first one as it is, so that a test framework knows its own assertion; the others are suppressed in it. */
    synchronized void throwAny() {
        if (!thrown.isEmpty()) {
            List<Throwable> taken = take();
            Throwable first = taken.get(0);
            for (Throwable other : taken.subList(1, taken.size())) {
                if (other != first) {
                    first.addSuppressed(other);
                }
            }
            throw TaskFailures.<RuntimeException>unchecked(first);
        }
    }

    /** Adds to an error of the kit what tasks have thrown meanwhile, which may be its cause. */
    <E extends Throwable> E addTo(E error) {
        for (Throwable failure : take()) {
            error.addSuppressed(failure);
        }
        return error;
    }

    @SuppressWarnings("unchecked") // the compiler forgets that it is checked, the caller has it as it is
    private static <E extends Throwable> E unchecked(Throwable failure) throws E {
        throw (E) failure;
    }

    /** Says which task has thrown: the stack trace alone does not, where several tasks run the same code. */
    private static final class Origin extends Exception {
        private static final long serialVersionUID = 1L;

        Origin(String task, long time) {
            super("thrown in task " + task + " at " + VirtualTime.text(time), null, false, false);
        }
    }
}
