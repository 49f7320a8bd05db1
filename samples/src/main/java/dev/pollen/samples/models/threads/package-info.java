// SPDX-License-Identifier: Apache-2.0
/** Blocking threads. */
package dev.pollen.samples.models.threads;
