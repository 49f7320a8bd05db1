// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Future;
import dev.pollen.Generator;
import dev.pollen.StateMachine;
import org.jspecify.annotations.Nullable;

/** One step down from a frame to what it awaits, for all who follow a chain of awaits. */
final class Awaited {
    private Awaited() {}

    /** What a frame awaits, whether or not it is being cancelled; null where it is not suspended. */
    static @Nullable Future<?> by(StateMachine frame) {
        int state = frame.state();
        return state > StateMachine.START ? frame.child(state & ~StateMachine.BITS) : null;
    }

    /** Where a frame is suspended; null where it is not. */
    static @Nullable String at(StateMachine frame) {
        int state = frame.state();
        return state > StateMachine.START ? frame.at(state & ~StateMachine.BITS) : null;
    }

    /** The frame that a future is; for {@code next()} of a stream the generator's; null for futures without a frame. */
    static @Nullable StateMachine frame(@Nullable Future<?> future) {
        if (future instanceof Generator.Next next) {
            return next.generator();
        }
        return future instanceof StateMachine frame ? frame : null;
    }
}
