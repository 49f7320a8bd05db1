// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.layout;

import dev.pollen.processor.weave.analysis.TypeValue;

/**
 * A variable that is kept in the frame over a point.
 *
 * @param local its slot in the body
 * @param type its type at the point
 * @param field where it is kept
 * @param cast whether the type has to be asserted when it is read back
 * @param kept whether it is there already: a parameter that the body never writes, in a field that is its alone
 */
public record Saved(int local, TypeValue type, FrameField field, boolean cast, boolean kept) {}
