// SPDX-License-Identifier: Apache-2.0
package dev.pollen.interleavings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Constructor;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;

/**
 * Executes a {@link Scenario} with every switch between its threads that matters, up to a number of executions: first
 * those with one switch that is not forced, then those with two, and so on; the same ones in the same order each time.
 */
public final class Interleavings {
    /** A scenario has more executions than this one with each thread first. */
    private static final int FEWEST = 20;

    private static final Pattern MISMADE =
            Pattern.compile("(IllegalAccess|NoSuch\\w+|IncompatibleClassChange|Verify)Error");

    private final Class<? extends Scenario> scenario;
    private final int limit;

    private Interleavings(Class<? extends Scenario> scenario, int limit) {
        this.scenario = scenario;
        this.limit = limit;
    }

    /**
     * The interleavings of a scenario.
     *
     * @param limit how many executions are made at most; fewer if there are no more
     */
    public static Interleavings of(Class<? extends Scenario> scenario, int limit) {
        return new Interleavings(scenario, limit);
    }

    /** Fails if any execution does. */
    public void hold() {
        Execution execution = new Execution(Mutant.of(scenario, List.of()));
        long begin = System.nanoTime();
        Lincheck.runConcurrentTest(limit, execution);
        report("", execution, begin, execution.count() < limit ? "all that there are" : "as many as asked for");
        assertTrue(execution.count() >= FEWEST, "the checker does not see what the threads share");
    }

    /**
     * Fails unless an execution does, with code that is broken on purpose: shows that the scenario can find such a bug.
     *
     * @param how a part of the failure's text
     * @param mutations what is broken
     */
    public void find(String how, Mutation... mutations) {
        Execution execution = new Execution(Mutant.of(scenario, List.of(mutations)));
        StringBuilder what = new StringBuilder();
        for (Mutation mutation : mutations) {
            what.append(what.length() == 0 ? ", where " : " and ").append(mutation);
        }
        long begin = System.nanoTime();
        try {
            Lincheck.runConcurrentTest(limit, execution);
        } catch (LincheckAssertionError found) {
            report(what.toString(), execution, begin, "then found");
            String text = String.valueOf(found.getMessage());
            if (Boolean.getBoolean("pollen.interleavings.show")) {
                System.out.println(text);
            }
            assertFalse(MISMADE.matcher(text).find(), () -> "a mutant that does not link: " + text);
            assertTrue(text.contains(how), () -> "expected \"" + how + "\", found " + text);
            return;
        }
        fail(execution.count() + " executions of " + scenario.getSimpleName() + what + ", and none has failed");
    }

    private void report(String what, Execution execution, long begin, String end) {
        System.out.printf(
                Locale.ROOT,
                "%s%s: %,d executions, %s, %.1f s%n",
                scenario.getSimpleName(),
                what,
                execution.count(),
                end,
                (System.nanoTime() - begin) / 1e9);
    }

    /** What the checker calls for each execution. */
    private static final class Execution implements Runnable {
        /** Off the heap: what is on it the checker puts back before each execution. */
        private final ByteBuffer count = ByteBuffer.allocateDirect(Integer.BYTES);

        private final Runnable scenario;

        Execution(Class<?> scenario) {
            try {
                Constructor<?> made = scenario.getDeclaredConstructor();
                made.setAccessible(true);
                this.scenario = (Runnable) made.newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(e);
            }
        }

        int count() {
            return count.getInt(0);
        }

        @Override
        public void run() {
            count.putInt(0, count() + 1);
            scenario.run();
        }
    }
}
