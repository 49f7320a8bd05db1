// SPDX-License-Identifier: Apache-2.0
/** The sizes that the compiler predicts, against what the JVM makes. */
package dev.pollen.it.size;
