// SPDX-License-Identifier: Apache-2.0
/** Informed poll, by hand. */
package dev.pollen.samples.models.poll;
