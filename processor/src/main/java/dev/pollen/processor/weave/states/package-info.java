// SPDX-License-Identifier: Apache-2.0
/** Reads woven classes: which states a body has, what it keeps in each, and where control goes from there. */
@NullMarked
package dev.pollen.processor.weave.states;

import org.jspecify.annotations.NullMarked;
