// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/**
 * What the frames of all generators have in common, whatever they emit: the body is polled from one {@code emit} to the
 * next, and only while somebody waits for it. User code names {@link AsyncStream}, never this class.
 *
 * <p>To the body an {@code emit} is a suspension without a child: its poll returns READY and the position stays there;
 * at the end of the body, too, READY is returned, and the position is {@link StateMachine#DONE}. What became of the values
 * is told by the phase:
 *
 * <pre>
 *           1           2             3            4
 *   IDLE -------> ASKED ----> RUNNING ----> GRANTED ----> VALUE
 *     ^            | ^         |  | 6        | ^  ^ \        | 1
 *     '---- 5 -----' '--- 2 ---'  v        5 | | 1 \  \ 4    v
 *                             (FAILED)       v |  1 \  '--> END       VALUE -- 1 --> ASKED
 *                                           HELD     '------'
 *
 *   1  next(), which lets the value before go
 *   2  a poll of next(); PENDING: the body awaits something
 *   3  the body has emitted, or has ended
 *   4  the poll may take it: one of the task's budget, so that an endless generator leaves the others their turn
 *   5  next() is cancelled: what is granted is held for the next one
 *   6  the body has thrown; the machine's state tells it from a body that runs
 * </pre>
 *
 * <p>{@code cancel()}, or a twin that places the frame again, leads to IDLE from anywhere.
 */
public abstract class Generator implements StateMachine {
    private static final byte IDLE = 0;
    private static final byte ASKED = 1;
    private static final byte RUNNING = 2;
    private static final byte GRANTED = 3;
    private static final byte HELD = 4;
    private static final byte VALUE = 5;
    private static final byte END = 6;
    private static final String BY_ITSELF = "by the generator itself";

    private final Next next = new Next(this);
    private byte phase;

    /** Made by the frames of this package alone. */
    Generator() {}

    /**
     * Edge 1.
     *
     * @return the view of this generator that is awaited
     */
    public final Future.OfBoolean next() {
        switch (phase) {
            case IDLE -> {
                if (state() < START) {
                    throw over();
                }
                phase = ASKED;
            }
            case VALUE -> {
                forget();
                phase = ASKED;
            }
            case HELD, END -> phase = GRANTED;
            case RUNNING -> throw over();
            default -> {
                // Somebody waits already: it is the same future.
            }
        }
        return next;
    }

    /**
     * The future of {@code next()}, without asking for a value. Called by woven code.
     *
     * @return the view of this generator that is awaited
     */
    public final Next nextView() {
        return next;
    }

    /**
     * Polls the future of {@code next()}. Called by woven code, where the class of the generator is known.
     *
     * @param cx what the body's children are polled with
     * @return READY where a value or the end is there
     */
    public final Poll pollNext(Context cx) {
        if (phase == ASKED) {
            phase = RUNNING;
            if (poll(cx) == Poll.PENDING) {
                phase = ASKED;
                return Poll.PENDING;
            }
            phase = GRANTED;
        } else if (phase != GRANTED) {
            throw notAsked();
        }
        if (!cx.spend()) {
            cx.waker().wake();
            return Poll.PENDING;
        }
        phase = state() < START ? END : VALUE;
        return Poll.READY;
    }

    /**
     * The value of the future of {@code next()}. Called by woven code.
     *
     * @return whether there is a value
     */
    public final boolean hasCurrent() {
        if (phase != VALUE && phase != END) {
            throw misuse("the value of next() was read before poll returned READY");
        }
        return phase == VALUE;
    }

    /** Edge 5. */
    private void stopWaiting() {
        if (phase == ASKED) {
            phase = IDLE;
        } else if (phase == GRANTED) {
            phase = HELD;
        }
    }

    /**
     * Ends the body. Does nothing after its end.
     *
     * @throws IllegalStateException in the body itself
     */
    public final void cancel() {
        if (state() < START) {
            return;
        }
        if (phase == RUNNING) {
            throw misuse("a generator cannot cancel itself, it can only return");
        }
        try {
            Unwinding.cancel(this);
        } finally {
            phase = IDLE;
            forget();
        }
    }

    /** Makes the frame as good as new, before or after a twin has stored the arguments. Called by woven code. */
    public final void placed() {
        phase = IDLE;
        forget();
        state(START);
    }

    /** Lets the value go. */
    abstract void forget();

    /** Called before the value is read. */
    final void checkCurrent() {
        if (phase != VALUE) {
            throw misuse("current() was called ".concat(whenRead()));
        }
    }

    private String whenRead() {
        return switch (phase) {
            case END -> "after the end";
            case ASKED, GRANTED -> "before next() was ready";
            case RUNNING -> state() < START ? "after an exception" : BY_ITSELF;
            default -> state() == CANCELLED ? "after cancel" : "before next() was awaited";
        };
    }

    private IllegalStateException over() {
        return misuse("next() was called ".concat(whenOver()));
    }

    private String whenOver() {
        return switch (state()) {
            case CANCELLED -> "after cancel";
            case FAILED -> "after an exception";
            default -> BY_ITSELF;
        };
    }

    private IllegalStateException notAsked() {
        if (phase == RUNNING) {
            return over();
        }
        boolean given = phase == VALUE || phase == END;
        return misuse("next() was polled after ".concat(given ? "completion, call it again" : "cancel, call it again"));
    }

    private IllegalStateException misuse(String what) {
        return new IllegalStateException(what.concat(": ").concat(toString()));
    }

    @Override
    public int state() {
        return START;
    }

    @Override
    public void state(int state) {
        // A frame that is not woven has no position.
    }

    @Override
    public @Nullable Future<?> child(int state) {
        return null;
    }

    @Override
    public void clear() {
        // A frame that is not woven has saved nothing.
    }

    @Override
    public String at(int state) {
        return getClass().getName();
    }

    @Override
    public final String toString() {
        return Unwinding.describe(this);
    }

    /** The future that {@code next()} gives: one object for the life of the stream. */
    public static final class Next implements Future.OfBoolean {
        private final Generator of;

        Next(Generator of) {
            this.of = of;
        }

        /**
         * Whose next value it is.
         *
         * @return the generator's frame
         */
        public StateMachine generator() {
            return of;
        }

        @Override
        public Poll poll(Context cx) {
            return of.pollNext(cx);
        }

        @Override
        public boolean getAsBoolean() {
            return of.hasCurrent();
        }

        @Override
        public void cancel() {
            of.stopWaiting();
        }

        @Override
        public String toString() {
            return "next() of ".concat(of.toString());
        }
    }
}
