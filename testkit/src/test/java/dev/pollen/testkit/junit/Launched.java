// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** How the tests of a class end, failing ones included: run by JUnit inside of a test. */
final class Launched implements TestExecutionListener {
    private final Map<String, Throwable> failed = new TreeMap<>();
    private final Set<String> passed = new TreeSet<>();
    private final List<Throwable> failures = new ArrayList<>();

    private Launched() {}

    static Launched run(Class<?> tests, Map<String, String> settings) {
        Launched launched = new Launched();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .configurationParameters(settings)
                .build();
        LauncherFactory.create().execute(request, launched);
        return launched;
    }

    static Launched run(Class<?> tests) {
        return run(tests, Map.of());
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String name = test.getDisplayName();
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            Throwable thrown = result.getThrowable().orElseThrow();
            failed.put(name, thrown);
            failures.add(thrown);
        } else if (test.isTest()) {
            passed.add(name);
        }
    }

    /** The display names of the tests that passed. */
    Set<String> passed() {
        return passed;
    }

    /** What each test that failed has thrown, by display name. */
    Map<String, Throwable> failed() {
        return failed;
    }

    /** What the only failure is. */
    Throwable failure() {
        if (failures.size() != 1) {
            throw new AssertionError("one failure was expected: " + failed);
        }
        return failures.get(0);
    }
}
