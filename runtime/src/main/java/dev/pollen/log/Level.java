// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

/** How much a line matters. The order is that of importance: a logger writes lines of its level and above. */
public enum Level {
    /** Each step. */
    TRACE,
    /** What helps to find a fault. */
    DEBUG,
    /** What happens. */
    INFO,
    /** What should not happen, and was dealt with. */
    WARN,
    /** What has failed. */
    ERROR,
    /** No line has this level: a logger that has it writes nothing. */
    OFF
}
