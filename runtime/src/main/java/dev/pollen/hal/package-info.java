// SPDX-License-Identifier: Apache-2.0
/** What firmware asks of a board: a pin, a bus. Drivers are written against these interfaces; a board implements them. */
@NullMarked
package dev.pollen.hal;

import org.jspecify.annotations.NullMarked;
