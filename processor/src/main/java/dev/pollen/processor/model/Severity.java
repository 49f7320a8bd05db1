// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

/** How a finding is printed. */
public enum Severity {
    /** The build fails. */
    ERROR,
    /** The build goes on. */
    WARNING,
    /** For information. */
    NOTE
}
