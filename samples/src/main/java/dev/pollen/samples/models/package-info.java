// SPDX-License-Identifier: Apache-2.0
/**
 * One scenario in six models of concurrency: ad-hoc callbacks, a work queue, blocking threads, event handlers, a future
 * polled by hand, and a compiled async method. {@code docs/models.md} compares them.
 */
package dev.pollen.samples.models;
