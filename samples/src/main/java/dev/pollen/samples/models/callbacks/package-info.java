// SPDX-License-Identifier: Apache-2.0
/** Ad-hoc callbacks. */
package dev.pollen.samples.models.callbacks;
