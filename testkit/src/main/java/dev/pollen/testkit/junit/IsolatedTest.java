// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit.junit;

import dev.pollen.executor.TaskPools;
import dev.pollen.testkit.TestExecutor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.opentest4j.TestAbortedException;

/** What one test has for itself, from before its first method to after its last. */
final class IsolatedTest {
    private final TaskPools pools = new TaskPools();
    private final @Nullable Long seed;
    private final TestExecutor executor;

    IsolatedTest(@Nullable Long seed) {
        this.seed = seed;
        TaskPools before = TaskPools.enter(pools);
        try {
            executor = seed == null ? new TestExecutor() : TestExecutor.seeded(seed);
        } finally {
            TaskPools.enter(before);
        }
    }

    TestExecutor executor() {
        return executor;
    }

    /** Runs a method of the test in its pools, on whatever thread JUnit runs it. */
    <T> T run(InvocationInterceptor.Invocation<T> method) throws Throwable {
        TaskPools before = TaskPools.enter(pools);
        try {
            return method.proceed();
        } finally {
            TaskPools.enter(before);
        }
    }

    /**
     * The test has ended.
     *
     * @param failure why it has failed; null if it has passed so far
     */
    void end(@Nullable Throwable failure) {
        List<Throwable> found = new ArrayList<>();
        if (failure != null) {
            found.add(failure);
        }
        // What a task has thrown comes first: it may be why another one is left.
        found.addAll(executor.takeFailures());
        if (failure == null) {
            addThrown(executor::assertNothingLeft, found);
        }
        addThrown(executor::close, found);
        pools.close();
        if (found.isEmpty()) {
            return;
        }
        Throwable first = found.get(0);
        for (Throwable other : found) {
            if (other != first) {
                first.addSuppressed(other);
            }
        }
        if (failure == null) {
            throw IsolatedTest.<RuntimeException>unchecked(explained(first));
        }
    }

    /** A failure of this test, with a note of how to repeat it. */
    Throwable explained(Throwable failure) {
        if (seed != null && !(failure instanceof TestAbortedException)) {
            failure.addSuppressed(new ReplayNote(seed));
            System.err.println(ReplayNote.text(seed));
        }
        return failure;
    }

    private static void addThrown(Runnable code, List<Throwable> found) {
        try {
            code.run();
        } catch (Throwable thrown) {
            found.add(thrown);
        }
    }

    @SuppressWarnings("unchecked") // the caller has it as it is
    private static <E extends Throwable> E unchecked(Throwable failure) throws E {
        throw (E) failure;
    }
}
