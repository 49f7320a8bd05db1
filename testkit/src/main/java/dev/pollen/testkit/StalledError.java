// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

/**
 * Tasks wait, and nothing can wake them: no timer is armed and no other thread is expected to. On a real executor the
 * program would hang here. The message names each task and where it waits.
 */
public class StalledError extends AssertionError {
    private static final long serialVersionUID = 1L;

    StalledError(String message) {
        super(message);
    }
}
