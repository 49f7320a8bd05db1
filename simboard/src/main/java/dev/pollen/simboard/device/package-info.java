// SPDX-License-Identifier: Apache-2.0
/** Devices to attach to a simulated board: an LED, a button, chips on the buses. */
@NullMarked
package dev.pollen.simboard.device;

import org.jspecify.annotations.NullMarked;
