// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

/**
 * Tasks have not ended within the virtual time, or the number of polls, that the test gives them. The message names each
 * task and where it waits.
 */
public class LimitExceededError extends AssertionError {
    private static final long serialVersionUID = 1L;

    LimitExceededError(String message) {
        super(message);
    }
}
