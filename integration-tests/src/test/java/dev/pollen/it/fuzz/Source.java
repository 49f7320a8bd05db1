// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

/**
 * A generator that was written already and can be consumed by the methods that follow.
 *
 * @param call how it is called; its result is what it emits
 * @param values how many values it gives at most
 */
record Source(Callee call, int values) {
    /** How many values a generator gives at most. */
    static final int MOST = 4;
}
