// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import java.util.List;

/**
 * An async method that was written already and can be called by those that follow.
 *
 * @param name its name
 * @param result what awaiting it gives; null for nothing
 * @param parameters what it takes
 * @param isStatic whether it needs no object
 * @param isThrowing whether it declares a checked exception
 * @param leaves how many leaves it makes at most
 */
record Callee(String name, Kind result, List<Kind> parameters, boolean isStatic, boolean isThrowing, int leaves) {}
