// SPDX-License-Identifier: Apache-2.0
/** What the language means: programs that run woven as they would run blocking, and programs that are refused. */
package dev.pollen.it.language;
