// SPDX-License-Identifier: Apache-2.0
/**
 * What the portable core needs from the machine below it: atomic links, a critical section, a clock, sleep and wake-up,
 * the executor of the current thread, text of the configuration. These are the forms for a JVM; another target replaces
 * the classes at build time, under the same names.
 */
@NullMarked
package dev.pollen.platform;

import org.jspecify.annotations.NullMarked;
