// SPDX-License-Identifier: Apache-2.0
/** The guide shows code that is compiled and run. */
package dev.pollen.it.guide;
