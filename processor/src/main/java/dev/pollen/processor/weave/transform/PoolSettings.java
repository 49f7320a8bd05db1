// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.transform;

/**
 * What {@code @AsyncTask} says.
 *
 * @param name the task's name; empty for a function
 * @param size the number of slots; 0 for a function
 * @param maxBytes the largest frame tree; 0 for no limit
 */
record PoolSettings(String name, int size, int maxBytes) {}
