// SPDX-License-Identifier: Apache-2.0
/** The workloads, as a user writes them, each beside its limit. */
package dev.pollen.benchmarks;
