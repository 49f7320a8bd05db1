// SPDX-License-Identifier: Apache-2.0
/** The workloads of {@code dev.pollen.benchmarks} as Kotlin's coroutines, virtual threads and the plain JDK run them. */
package dev.pollen.peers;
