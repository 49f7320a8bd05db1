// SPDX-License-Identifier: Apache-2.0
package box.support;

import dev.pollen.CancelledError;
import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.annotations.Placed;

/**
 * Futures that do what the script says. Each of them insists on the poll contract.
 *
 * <pre>
 *   NEW --place--> FRESH --poll--> PENDING --poll--> READY --get
 *                    '---------------'--cancel--> CANCELLED
 * </pre>
 */
public abstract class Leaf {
    private enum State {
        NEW,
        FRESH,
        PENDING,
        READY,
        CANCELLED
    }

    private State state = State.NEW;
    private int number;
    private int pending;

    final void place(Object value) {
        state = State.FRESH;
        number = Script.newLeaf();
        if (!Script.isQuiet()) {
            Script.log("make " + number + "=" + text(value));
        }
    }

    private static String text(Object value) {
        boolean plain = value == null || value.getClass().getName().startsWith("java.lang.");
        return plain ? String.valueOf(value) : "object";
    }

    public final Poll poll(Context cx) {
        if (state == State.FRESH) {
            pending = Script.pends();
        } else if (state != State.PENDING) {
            Script.log("POLLED " + state);
            throw new IllegalStateException("leaf " + number + " polled when " + state);
        }
        if (pending > 0) {
            pending--;
            Script.waits(number, cx.waker());
            if (state == State.FRESH && Script.suspends()) {
                cancel();
                throw CancelledError.INSTANCE;
            }
            state = State.PENDING;
            return Poll.PENDING;
        }
        state = State.READY;
        Script.ended(number);
        if (Script.fails(number)) {
            throw new Failure(number);
        }
        return Poll.READY;
    }

    final void checkReady() {
        if (state != State.READY) {
            Script.log("READ " + state);
            throw new IllegalStateException("leaf " + number + " read when " + state);
        }
    }

    public final void cancel() {
        if (state == State.FRESH || state == State.PENDING) {
            state = State.CANCELLED;
            Script.ended(number);
            if (!Script.isQuiet()) {
                Script.log("cancel " + number);
            }
        }
    }

    /** What a leaf throws. */
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure(int leaf) {
            super("leaf " + leaf);
        }
    }

    /** A leaf of any type. */
    public static final class Of<T> extends Leaf implements Future<T> {
        private T value;

        public Of() {}

        @Override
        public T get() {
            checkReady();
            return value;
        }
    }

    /** A leaf of int. */
    public static final class OfInt extends Leaf implements Future.OfInt {
        private int value;

        public OfInt() {}

        @Override
        public int getAsInt() {
            checkReady();
            return value;
        }
    }

    /** A leaf of long. */
    public static final class OfLong extends Leaf implements Future.OfLong {
        private long value;

        public OfLong() {}

        @Override
        public long getAsLong() {
            checkReady();
            return value;
        }
    }

    /** A leaf of double. */
    public static final class OfDouble extends Leaf implements Future.OfDouble {
        private double value;

        public OfDouble() {}

        @Override
        public double getAsDouble() {
            checkReady();
            return value;
        }
    }

    /** A leaf of boolean. */
    public static final class OfBoolean extends Leaf implements Future.OfBoolean {
        private boolean value;

        public OfBoolean() {}

        @Override
        public boolean getAsBoolean() {
            checkReady();
            return value;
        }
    }

    @Placed(slot = Of.class, by = "of$in")
    public static <T> Future<T> of(T value) {
        return of$in(value, new Of<>());
    }

    public static <T> Of<T> of$in(T value, Of<T> slot) {
        slot.value = value;
        slot.place(value);
        return slot;
    }

    @Placed(slot = OfInt.class, by = "of$in")
    public static Future.OfInt of(int value) {
        return of$in(value, new OfInt());
    }

    public static OfInt of$in(int value, OfInt slot) {
        slot.value = value;
        slot.place(Script.isQuiet() ? null : value);
        return slot;
    }

    @Placed(slot = OfLong.class, by = "of$in")
    public static Future.OfLong of(long value) {
        return of$in(value, new OfLong());
    }

    public static OfLong of$in(long value, OfLong slot) {
        slot.value = value;
        slot.place(Script.isQuiet() ? null : value);
        return slot;
    }

    @Placed(slot = OfDouble.class, by = "of$in")
    public static Future.OfDouble of(double value) {
        return of$in(value, new OfDouble());
    }

    public static OfDouble of$in(double value, OfDouble slot) {
        slot.value = value;
        slot.place(Script.isQuiet() ? null : value);
        return slot;
    }

    @Placed(slot = OfBoolean.class, by = "of$in")
    public static Future.OfBoolean of(boolean value) {
        return of$in(value, new OfBoolean());
    }

    public static OfBoolean of$in(boolean value, OfBoolean slot) {
        slot.value = value;
        slot.place(Script.isQuiet() ? null : value);
        return slot;
    }

    @Placed(slot = Of.class, by = "nothing$in")
    public static Future<Void> nothing() {
        return nothing$in(new Of<>());
    }

    public static Of<Void> nothing$in(Of<Void> slot) {
        slot.value = null;
        slot.place("nothing");
        return slot;
    }
}
