// SPDX-License-Identifier: Apache-2.0
/** What a firmware reaches from its {@code main}, found in class files. */
package dev.pollen.samples.portable;
