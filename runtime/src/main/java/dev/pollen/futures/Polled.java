// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/**
 * What the futures of {@link Futures#pollFn} and {@link Futures#pollValue} have in common: a function is asked until it says
 * that it is ready, and what it has given waits for budget, so that a loop of ready ones leaves the other tasks their turn.
 *
 * @see Futures#pollFn
 */
public abstract class Polled extends SingleUse implements Describable {
    private boolean granted;

    /** Made by the forms alone. */
    Polled() {}

    final void begins(Object function) {
        placed();
        granted = false;
        if (function == null) {
            throw new NullPointerException(name().concat(" was given null in place of a function"));
        }
    }

    /** {@code poll} of the forms. */
    final Poll pollFunction(Context cx) {
        starts();
        if (!granted) {
            try {
                if (!ask(cx)) {
                    return Poll.PENDING;
                }
            } catch (Throwable thrown) {
                letGo();
                fails();
                throw Cancelling.rethrow(thrown);
            }
            granted = true;
            letGo();
        }
        if (!cx.spend()) {
            cx.pollAgain();
            return Poll.PENDING;
        }
        completes();
        return Poll.READY;
    }

    /** Asks the function; whether it is ready. */
    abstract boolean ask(Context cx) throws Throwable;

    /** Nulls the function. */
    abstract void letGo();

    @Override
    public final void describeWait(WaitDescription to) {
        to.reason("the function of ".concat(name()));
    }

    /** The future of {@code pollFn(function)}, and its slot. */
    public static final class Done extends Polled implements Future<Void> {
        private @Nullable PollFunction<?> function;

        /** An empty slot. */
        public Done() {}

        void place(PollFunction<?> asked) {
            begins(asked);
            function = asked;
        }

        @Override
        public Poll poll(Context cx) {
            return pollFunction(cx);
        }

        @Override
        boolean ask(Context cx) throws Throwable {
            return function.poll(cx) == Poll.READY;
        }

        @Override
        void letGo() {
            function = null;
        }

        @Override
        public @Nullable Void get() {
            checkDone();
            return null;
        }

        @Override
        public void cancel() {
            if (cancels()) {
                letGo();
            }
        }

        @Override
        String name() {
            return "pollFn(function)";
        }
    }

    /**
     * The future of {@code pollValue(function)}, and its slot.
     *
     * @param <T> the type of the value
     */
    public static final class Value<T> extends Polled implements Future<T> {
        private PollFunction.@Nullable OfValue<T, ?> function;
        private @Nullable T value;

        /** An empty slot. */
        public Value() {}

        void place(PollFunction.OfValue<T, ?> asked) {
            begins(asked);
            function = asked;
            value = null;
        }

        @Override
        public Poll poll(Context cx) {
            return pollFunction(cx);
        }

        @Override
        boolean ask(Context cx) throws Throwable {
            value = function.poll(cx);
            return value != null;
        }

        @Override
        void letGo() {
            function = null;
        }

        @Override
        public T get() {
            checkDone();
            T found = value;
            if (found == null) {
                throw new IllegalStateException("the value of ".concat(name()).concat(" was read after it was taken"));
            }
            return found;
        }

        @Override
        public T take() {
            T taken = get();
            value = null;
            return taken;
        }

        @Override
        public void cancel() {
            if (cancels()) {
                letGo();
                value = null;
            }
        }

        @Override
        String name() {
            return "pollValue(function)";
        }
    }
}
