// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import dev.pollen.executor.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How a state machine ends other than by its own return: by an exception or by cancellation. Called by frames, tasks
 * and woven code; user code has no use for it.
 */
public final class Unwinding {
    /** How often one await may be found pending while its frame unwinds, before the body is left for good. */
    private static final int PATIENCE = 8;

    /** The bits of a number below {@link #PATIENCE}. */
    private static final int COUNT_BITS = 3;

    /** The visits to so many awaits, the first ones of a body, are counted in one {@code long}. */
    private static final int COUNTED = Long.SIZE / COUNT_BITS;

    private Unwinding() {}

    /**
     * Cancels a machine and returns when it is unwound.
     *
     * <p>The body is polled with {@link Context#cancelled()}, first at the await that it is suspended at, then again
     * for each await of its clean-up that is pending when it is met. A body that swallows the error and meets the same
     * await {@value #PATIENCE} times is left where it is, and the uncaught handler is told. Whatever it returns is
     * dropped.
     *
     * @param machine the machine; nothing happens if it has ended, or if it unwinds already and its own clean-up cancels it
     * @throws RuntimeException what the clean-up throws, whatever its type
     */
    public static void cancel(StateMachine machine) {
        int state = machine.state();
        if (state < StateMachine.START || (state & StateMachine.BITS) != 0) {
            return;
        }
        try {
            long few = 0;
            Visits many = null;
            while (state != StateMachine.START) {
                machine.state(state | StateMachine.CANCELLING);
                boolean ready = machine.poll(Context.cancelled()) == Poll.READY;
                state = machine.state();
                // A generator is ready at each value that it emits; nobody takes those, so it goes on unwinding.
                if (ready && state <= StateMachine.START) {
                    break;
                }
                state &= ~StateMachine.BITS;
                boolean again;
                if (state <= COUNTED) {
                    int shift = (state - 1) * COUNT_BITS;
                    again = (few >>> shift & (PATIENCE - 1)) == PATIENCE - 1;
                    few += 1L << shift;
                } else {
                    many = many == null ? new Visits() : many;
                    again = many.count(state) == PATIENCE;
                }
                if (again) {
                    abandon(machine, state);
                    break;
                }
            }
        } catch (CancelledError unwound) {
            // The error has reached the end of the body, as it should.
        } finally {
            machine.state(StateMachine.CANCELLED);
            machine.clear();
        }
    }

    private static void abandon(StateMachine machine, int state) {
        machine.cancelChild(state);
        Executor.reportUncaught(
                new IllegalStateException("cancelled code did not end: it caught CancelledError and met the await at "
                        .concat(machine.at(state))
                        .concat(" again and again; rethrow the error, or leave the loop. The body was left there")));
    }

    /**
     * The first step of a poll in a state that is neither the start nor a suspended one: cancels the awaited child and
     * gives what is to be thrown at the await. Called by woven code.
     *
     * @param machine the machine that is polled
     * @return {@link CancelledError}, or what the child's own unwinding threw
     * @throws IllegalStateException if the machine has ended, so that it was polled once too often, or was never placed
     */
    public static Throwable unwind(StateMachine machine) {
        int state = machine.state();
        if (state < StateMachine.START) {
            throw new IllegalStateException("polled after "
                    .concat(ending(state))
                    .concat(": ")
                    .concat(machine.at(StateMachine.START))
                    .concat("; call the method again for another run"));
        }
        if (state == StateMachine.START) {
            throw new IllegalStateException("polled before it was placed: ".concat(machine.at(state)));
        }
        int suspended = state & ~StateMachine.BITS;
        if ((state & StateMachine.UNWINDING) != 0) {
            throw new IllegalStateException(
                    "polled by its own clean-up: ".concat(machine.at(suspended)).concat("; it is being cancelled"));
        }
        machine.state(suspended | StateMachine.UNWINDING);
        try {
            machine.cancelChild(suspended);
        } catch (Throwable thrown) {
            return thrown;
        }
        return CancelledError.INSTANCE;
    }

    /**
     * The child in a field that other variables share. Called by woven code.
     *
     * @param saved what the field holds
     * @return the child; null while another variable is there
     */
    public static @Nullable Future<?> child(@Nullable Object saved) {
        return saved instanceof Future<?> future ? future : null;
    }

    /**
     * Ends a machine whose body has thrown. Called by the catch-all of a woven body.
     *
     * @param machine the machine
     * @param thrown what the body threw
     * @return never
     * @throws RuntimeException {@code thrown}, whatever its type
     */
    public static RuntimeException fail(StateMachine machine, Throwable thrown) {
        if (machine.state() >= StateMachine.START) {
            machine.state(StateMachine.FAILED);
            try {
                machine.clear();
            } catch (Throwable second) {
                suppress(second, thrown);
            }
        }
        throw Unwinding.<RuntimeException>unchecked(thrown);
    }

    /**
     * Ends a future that a frame which ends has made and may not have awaited: cancels it, if it has not ended, and has it
     * let go of its value. Called by woven code.
     *
     * @param future the future; null for none
     * @param first what was thrown by those before; null for nothing
     * @return what was thrown first, with what came later suppressed in it
     */
    public static @Nullable Throwable drop(@Nullable Future<?> future, @Nullable Throwable first) {
        if (future == null) {
            return first;
        }
        try {
            future.cancel();
            Future<?> ended = future instanceof ReceiverFrames<?> receiver ? receiver.letGo() : future;
            if (ended instanceof StateMachine machine) {
                machine.clear();
            }
        } catch (Throwable thrown) {
            return both(first, thrown);
        }
        return first;
    }

    /**
     * Makes sure that nothing runs in a slot which is placed anew: cancels its future, if that has not ended. Called by
     * woven code.
     *
     * @param slot the slot; null for one that a recursion is too deep for
     */
    public static void free(@Nullable Future<?> slot) {
        if (slot != null) {
            slot.cancel();
        }
    }

    /**
     * Makes sure that nothing runs in a slot which is placed anew, see {@link #free(Future)}.
     *
     * @param slot the slot; null for one that a recursion is too deep for
     */
    public static void free(@Nullable AsyncStream<?> slot) {
        if (slot != null) {
            slot.cancel();
        }
    }

    /**
     * Ends a stream that a frame which ends has made, see {@link #drop(Future, Throwable)}.
     *
     * @param stream the stream; null for none
     * @param first what was thrown by those before; null for nothing
     * @return what was thrown first, with what came later suppressed in it
     */
    public static @Nullable Throwable drop(@Nullable AsyncStream<?> stream, @Nullable Throwable first) {
        if (stream == null) {
            return first;
        }
        try {
            stream.cancel();
        } catch (Throwable thrown) {
            return both(first, thrown);
        }
        return first;
    }

    private static Throwable both(@Nullable Throwable first, Throwable later) {
        if (first == null) {
            return later;
        }
        suppress(later, first);
        return first;
    }

    /**
     * Throws what dropped futures have thrown. Called by woven code.
     *
     * @param thrown what {@link #drop} gave last; nothing happens if it is null
     */
    public static void dropped(@Nullable Throwable thrown) {
        if (thrown != null) {
            throw rethrow(thrown);
        }
    }

    private static void suppress(Throwable second, Throwable first) {
        if (second != first) {
            first.addSuppressed(second);
        }
    }

    /**
     * Throws anything as it is, so that a checked exception leaves from {@code poll}.
     *
     * @param thrown what to throw
     * @return never; {@code throw rethrow(e)} tells the compiler so
     * @throws RuntimeException {@code thrown}, whatever its type
     */
    public static RuntimeException rethrow(Throwable thrown) {
        throw Unwinding.<RuntimeException>unchecked(thrown);
    }

    /**
     * For messages: where a machine stands.
     *
     * @param machine the machine
     * @return for example {@code suspended at Blinky.blink(Blinky.java:15)}
     */
    public static String describe(StateMachine machine) {
        int state = machine.state() & (machine.state() < 0 ? -1 : ~StateMachine.BITS);
        return state > StateMachine.START
                ? "suspended at ".concat(machine.at(state))
                : machine.at(StateMachine.START)
                        .concat(state == StateMachine.START ? ", not started" : ", ".concat(ending(state)));
    }

    private static String ending(int state) {
        return switch (state) {
            case StateMachine.DONE -> "completion";
            case StateMachine.FAILED -> "an exception";
            default -> "cancel";
        };
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** How often each await was met while unwinding, where they are too many for one {@code long}. */
    private static final class Visits {
        private int[] counts = new int[8];

        int count(int state) {
            if (state >= counts.length) {
                int[] longer = new int[state + 8];
                System.arraycopy(counts, 0, longer, 0, counts.length);
                counts = longer;
            }
            return ++counts[state];
        }
    }
}
