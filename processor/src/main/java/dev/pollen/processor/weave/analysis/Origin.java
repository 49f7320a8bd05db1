// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Where a value comes from, as far as it matters to the weaver.
 *
 * @param kind what made it
 * @param call the call that made it; null for {@link Kind#OTHER}, but for calls without a mark that give a future
 */
public record Origin(Kind kind, @Nullable MethodInsnNode call) {
    /** Anything else: a parameter, a field, {@code null}, a call without a mark. */
    static final Origin OTHER = new Origin(Kind.OTHER, null);

    /** What makes values. */
    public enum Kind {
        /** A future or a stream that a marked call made. */
        FUTURE,
        /** The next value of a stream that a marked call made: a part of that stream. */
        NEXT,
        /** {@code Future.ready(..)}, {@code Task.done()} and the like. */
        READY,
        /** The value of a combinator, or a child taken out of it: a view of the slots that the call uses. */
        VIEW,
        /** None of these. */
        OTHER
    }
}
