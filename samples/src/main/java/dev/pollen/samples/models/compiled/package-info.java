// SPDX-License-Identifier: Apache-2.0
/** Compiled async. */
package dev.pollen.samples.models.compiled;
