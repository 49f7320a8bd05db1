// SPDX-License-Identifier: Apache-2.0
/** What models run on that Pollen does not bring: a queue with one consumer, and an operating system with threads. */
package dev.pollen.samples.models.runtime;
