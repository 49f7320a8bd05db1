// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/** A stream that has ended before it began. */
class EmptyStream<T extends @Nullable Object> implements AsyncStream<T> {
    private final End end = new End();
    private boolean cancelled;

    @Override
    public final Future.OfBoolean next() {
        if (cancelled) {
            throw new IllegalStateException("next() of a stream without values was called after cancel");
        }
        end.asked = true;
        return end;
    }

    @Override
    public T current() {
        throw none();
    }

    final IllegalStateException none() {
        return new IllegalStateException("current() of a stream without values was called");
    }

    @Override
    public final void cancel() {
        cancelled = true;
    }

    /** The future that {@code next()} gives: one object for the life of the stream. */
    private static final class End implements Future.OfBoolean {
        private boolean asked;

        @Override
        public Poll poll(Context cx) {
            if (!asked) {
                throw new IllegalStateException(
                        "next() of a stream without values was polled after completion or cancel, call it again");
            }
            asked = false;
            return Poll.READY;
        }

        @Override
        public boolean getAsBoolean() {
            return false;
        }

        @Override
        public void cancel() {
            asked = false;
        }
    }

    static final class OfInt extends EmptyStream<Integer> implements AsyncStream.OfInt {
        @Override
        public int currentAsInt() {
            throw none();
        }

        @Override
        public Integer current() {
            throw none();
        }
    }

    static final class OfLong extends EmptyStream<Long> implements AsyncStream.OfLong {
        @Override
        public long currentAsLong() {
            throw none();
        }

        @Override
        public Long current() {
            throw none();
        }
    }

    static final class OfDouble extends EmptyStream<Double> implements AsyncStream.OfDouble {
        @Override
        public double currentAsDouble() {
            throw none();
        }

        @Override
        public Double current() {
            throw none();
        }
    }
}
