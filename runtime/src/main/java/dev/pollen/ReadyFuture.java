// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/** A value that is there already. Ready at the first poll that still has budget; keeps its value until it is taken. */
final class ReadyFuture<T extends @Nullable Object> extends Readiness implements Future<T> {
    private @Nullable T value;

    ReadyFuture(T value) {
        this.value = value;
    }

    @Override
    public T get() {
        checkReady();
        return value;
    }

    @Override
    public T take() {
        T taken = get();
        value = null;
        return taken;
    }

    @Override
    public void cancel() {
        super.cancel();
        if (isCancelled()) {
            value = null;
        }
    }

    static final class OfInt extends Readiness implements Future.OfInt {
        private final int value;

        OfInt(int value) {
            this.value = value;
        }

        @Override
        public int getAsInt() {
            checkReady();
            return value;
        }
    }

    static final class OfLong extends Readiness implements Future.OfLong {
        private final long value;

        OfLong(long value) {
            this.value = value;
        }

        @Override
        public long getAsLong() {
            checkReady();
            return value;
        }
    }

    static final class OfDouble extends Readiness implements Future.OfDouble {
        private final double value;

        OfDouble(double value) {
            this.value = value;
        }

        @Override
        public double getAsDouble() {
            checkReady();
            return value;
        }
    }

    static final class OfBoolean extends Readiness implements Future.OfBoolean {
        private final boolean value;

        OfBoolean(boolean value) {
            this.value = value;
        }

        @Override
        public boolean getAsBoolean() {
            checkReady();
            return value;
        }
    }
}
