// SPDX-License-Identifier: Apache-2.0
/** Weaving while classes are loaded, for compilers that know no javac and builds that have no step for it. */
@NullMarked
package dev.pollen.processor.agent;

import org.jspecify.annotations.NullMarked;
