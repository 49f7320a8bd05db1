// SPDX-License-Identifier: Apache-2.0
/** Event handlers: an active object. */
package dev.pollen.samples.models.events;
