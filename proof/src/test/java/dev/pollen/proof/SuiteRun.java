// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs tests in a JVM of their own and writes what came of each: its outcome and its id. What was thrown stands in a file
 * beside, for people.
 *
 * <pre>
 *   java .. SuiteRun DIRECTORY INCLUDED-CLASSES EXCLUDED-CLASSES RESULTS
 * </pre>
 */
public final class SuiteRun implements TestExecutionListener {
    private final Map<String, String> outcomes = new TreeMap<>();
    private final Map<String, Throwable> thrown = new TreeMap<>();

    private SuiteRun() {}

    /**
     * Runs the tests of a directory.
     *
     * @param args the directory, two regular expressions, and the file for the results
     * @throws IOException if that cannot be written
     */
    public static void main(String[] args) throws IOException {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(args[0]))))
                .filters(
                        ClassNameFilter.includeClassNamePatterns(args[1]),
                        ClassNameFilter.excludeClassNamePatterns(args[2]))
                .build();
        SuiteRun run = new SuiteRun();
        LauncherFactory.create().execute(request, run);
        run.write(Path.of(args[3]));
        // Tests leave threads behind.
        System.exit(0);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        record(test, "skipped", null);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Throwable problem = result.getThrowable().orElse(null);
        if (test.isTest() || problem != null) {
            record(test, result.getStatus().name().toLowerCase(Locale.ROOT), problem);
        }
    }

    private synchronized void record(TestIdentifier test, String outcome, @Nullable Throwable problem) {
        String id = test.getUniqueId().replaceAll("\\s", " ");
        outcomes.put(id, outcome);
        if (problem != null) {
            thrown.put(id, problem);
        }
    }

    private synchronized void write(Path file) throws IOException {
        try (PrintWriter traces = new PrintWriter(Files.newBufferedWriter(Path.of(file + ".traces")))) {
            thrown.forEach((id, problem) -> {
                traces.println(id);
                problem.printStackTrace(traces);
            });
        }
        try (PrintWriter results = new PrintWriter(Files.newBufferedWriter(file))) {
            outcomes.forEach((id, outcome) -> results.println(outcome + " " + id));
        }
    }
}
