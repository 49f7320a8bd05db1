// SPDX-License-Identifier: Apache-2.0
package greenhouse;

import dev.pollen.testkit.TestExecutor;

/** As a program, or in a test framework that is not JUnit 5. */
final class WithoutJUnit {
    private WithoutJUnit() {}

    public static void main(String[] args) {
        try (TestExecutor executor = TestExecutor.seeded(42)) {
            executor.spawn(Greenhouse.water(on -> executor.log().event("valve " + on), 600_000));
            executor.runToEnd();
            executor.log().assertLines("0 ms: valve true", "600000 ms: valve false");
            executor.assertNothingLeft();
        }
        System.out.println("passed");
    }
}
