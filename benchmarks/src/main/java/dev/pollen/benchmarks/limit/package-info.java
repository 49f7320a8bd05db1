// SPDX-License-Identifier: Apache-2.0
/** What the JVM allows: state machines written by hand on an executor that can do nothing but run them. */
package dev.pollen.benchmarks.limit;
