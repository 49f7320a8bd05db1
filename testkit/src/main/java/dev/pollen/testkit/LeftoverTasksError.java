// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

/** A test has ended and tasks that it has started have not. The message names each and where it waits. */
public class LeftoverTasksError extends AssertionError {
    private static final long serialVersionUID = 1L;

    LeftoverTasksError(String message) {
        super(message);
    }
}
