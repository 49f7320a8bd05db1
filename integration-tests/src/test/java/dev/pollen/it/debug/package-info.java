// SPDX-License-Identifier: Apache-2.0
/** What a debugger and a stack trace show of woven code. */
package dev.pollen.it.debug;
