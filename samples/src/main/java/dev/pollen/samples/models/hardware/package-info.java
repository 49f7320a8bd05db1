// SPDX-License-Identifier: Apache-2.0
/**
 * The hardware that all models drive: two sensors, a link with a host at its other end, and timers, simulated on a virtual
 * clock. Interrupts come one at a time, at their times; the same run gives the same interrupts.
 */
package dev.pollen.samples.models.hardware;
