// SPDX-License-Identifier: Apache-2.0
package greenhouse;

import dev.pollen.sync.Notification;
import dev.pollen.testkit.StalledError;
import dev.pollen.testkit.TestExecutor;

/** Prints what a test says that would hang. */
final class NobodyPresses {
    private NobodyPresses() {}

    public static void main(String[] args) {
        TestExecutor executor = new TestExecutor();
        executor.spawn(Greenhouse.spray(Notification.of(), on -> {}));
        try {
            executor.runToEnd();
        } catch (StalledError e) {
            System.out.println(e.getMessage());
        }
        executor.close();
    }
}
