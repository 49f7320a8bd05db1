// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

/**
 * A local variable.
 *
 * @param name its name
 * @param kind its type
 * @param assignable whether anybody may assign it; loop counters bound the run time and are left alone
 * @param capturable whether it is effectively final
 */
record Variable(String name, Kind kind, boolean assignable, boolean capturable) {}
