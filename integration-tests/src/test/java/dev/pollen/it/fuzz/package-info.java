// SPDX-License-Identifier: Apache-2.0
/**
 * Random programs that must run woven as they run blocking, event for event.
 *
 * <pre>
 *   seed --Choices--> ProgramWriter --> FuzzProgram (two sources) --Batch--> what differs --Shrinker--> a smaller program
 * </pre>
 */
package dev.pollen.it.fuzz;
