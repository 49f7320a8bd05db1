// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import java.util.List;
import java.util.Set;

/**
 * A program in two sources.
 *
 * @param name its class
 * @param choices what it was made of
 * @param woven the source that is woven
 * @param blocking the same as ordinary blocking Java
 * @param sites the forms around each site
 */
record FuzzProgram(String name, Choices choices, String woven, String blocking, List<Set<Form>> sites) {}
