// SPDX-License-Identifier: Apache-2.0
/**
 * The marks of async code. A user writes {@link dev.pollen.annotations.Async}, {@link
 * dev.pollen.annotations.AsyncTask} and the few that refine them; the rest are written by the compiler into what it
 * generates and read again by the compiler of another module, the report and the tools.
 */
package dev.pollen.annotations;
