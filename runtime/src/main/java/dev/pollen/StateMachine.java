// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/**
 * What the frames of async functions and of tasks have in common: a position in the user's method, and references that
 * are let go when it ends. The weaver implements it in each Future class; user code has no use for it.
 *
 * <pre>{@code
 *             1                2
 *   START ----------> 1..n ----------> n | CANCELLING
 *    | | |             ^ | |                  |
 *    | | |             '-' |                  | 5
 *    | | |              3  | 4                v
 *    | | '-------------. 4 '-----> DONE   CANCELLED
 *    | |   4           v
 *    | '---------> FAILED              any final state -- 6 --> START
 *    '----- 2 --> CANCELLED
 *
 *   1  poll: the first await that is pending
 *   2  cancel: before the start nothing is left to do; else the state keeps the await and gets a bit
 *   3  poll: the child is ready, a later await, or the same one, is pending
 *   4  poll: the body returns (DONE) or throws (FAILED)
 *   5  cancel polls: the bit becomes UNWINDING, the child is cancelled, CancelledError is thrown at the await
 *   6  a factory's twin places the frame again
 * }</pre>
 *
 * <p>Between two polls the state is one of these. A frame is used by one task at a time; nothing here is safe between
 * threads.
 */
public interface StateMachine {
    /** Placed, not polled yet. Suspended states are 1, 2, .. in the order of the awaits in the class file. */
    int START = 0;

    /** The body has returned. */
    int DONE = -1;

    /** The body has thrown. */
    int FAILED = -2;

    /** Cancelled, before or while it was suspended. */
    int CANCELLED = -3;

    /** A bit that {@code cancel()} adds to a suspended state: the next poll unwinds instead of polling the child. */
    int CANCELLING = 0x4000_0000;

    /**
     * A bit that a state has while the body unwinds, also at the awaits of its clean-up: then {@code cancel()} has nothing to
     * do, and a poll by the body itself is an error.
     */
    int UNWINDING = 0x2000_0000;

    /** The bits that a suspended state can have beside its number. */
    int BITS = CANCELLING | UNWINDING;

    /**
     * Runs the body to its next suspension or to its end.
     *
     * @param cx what the body's children are polled with
     * @return whether the body has ended
     * @throws IllegalStateException if it had ended before
     */
    Poll poll(Context cx);

    /**
     * The position.
     *
     * @return one of the constants above, or the number of the await at which the body is suspended, or, while it runs, of
     *     the last one that it has come to
     */
    int state();

    /**
     * Moves the position; used by placement and cancellation.
     *
     * @param state the new position
     */
    void state(int state);

    /**
     * The future that the body awaits in a state.
     *
     * @param state a suspended state, without {@link #CANCELLING}
     * @return the child; null if the state has none
     */
    @Nullable
    Future<?> child(int state);

    /**
     * Ends what the body awaits in a state, because the body is over. Where that is the next value of a stream that this
     * frame has made, the stream ends, so that its {@code finally} blocks run before those of this body.
     *
     * @param state a suspended state, without {@link #CANCELLING}
     * @throws RuntimeException what the clean-up throws, whatever its type
     */
    default void cancelChild(int state) {
        Future<?> child = child(state);
        if (child != null) {
            child.cancel();
        }
    }

    /** Nulls every reference that the frame holds but those to its slots. */
    void clear();

    /**
     * Where the body stands in a state, as a stack trace would print it.
     *
     * @param state a state, without {@link #CANCELLING}
     * @return for example {@code Blinky.blink(Blinky.java:15)}
     */
    String at(int state);
}
