// SPDX-License-Identifier: Apache-2.0
/** A numbered course of small firmware apps. Each says how to run it and what it prints. */
package dev.pollen.samples;
