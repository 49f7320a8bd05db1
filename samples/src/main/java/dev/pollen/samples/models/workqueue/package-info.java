// SPDX-License-Identifier: Apache-2.0
/** A work queue. */
package dev.pollen.samples.models.workqueue;
