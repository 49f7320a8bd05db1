// SPDX-License-Identifier: Apache-2.0
/**
 * Weaves the methods of a jar that nobody here wrote, and compares what the library's own tests say with what they say of
 * the jar as it is.
 *
 * <pre>
 *   jar --ClassWeaving--&gt; jar'        Eligibility -&gt; SuspendedCopies -&gt; the Weaver -&gt; AddedMembers
 *   tests on jar, tests on jar' --Comparison--&gt; the same, or what differs
 * </pre>
 */
@NullMarked
package dev.pollen.proof;

import org.jspecify.annotations.NullMarked;
