// SPDX-License-Identifier: Apache-2.0
/** Tasks, the pools that their slots come from, and the executor that polls them. */
@NullMarked
package dev.pollen.executor;

import org.jspecify.annotations.NullMarked;
