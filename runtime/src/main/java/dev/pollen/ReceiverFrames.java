// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/**
 * The slot of a call that can be overridden: which frame it needs is known only when its receiver is. It keeps one frame
 * for each class of frame that the call has met, up to {@value #MOST}, and is the future of whichever was placed last.
 * Called by woven code; user code names {@link Future}.
 *
 * <pre>{@code
 *   await(sensor.read(7))              sensor.read$in(7, frame.child$0)          the dispatch twin of the receiver's class
 *
 *   marked override, in Bmp280         f = slot.find(Bmp280_read.class)          kept since its first call, or known
 *                                      if (f == null) slot.keep(f = new ..)      from the start; made anew from the ninth
 *                                      f.n = 7; f.state = START                  class on
 *                                      return slot.use(f)
 *   abstract method of Sensor          return slot.use(this.read(7))             a lambda, an override without mark: its
 *                                                                                own future, on the heap
 * }</pre>
 *
 * <p>It is a link of the chain above the frames in it: a call that may reach itself has frames for each depth, made when
 * they are first needed, up to {@code maxDepth} of the method that is called.
 *
 * <p>Used by one task at a time, as every future. Allocates when it keeps a frame, never afterwards.
 *
 * @param <T> the type of the result
 */
public class ReceiverFrames<T extends @Nullable Object> extends AwaitChain implements Future<T> {
    /** How many frames are kept. */
    public static final int MOST = 8;

    private static final Future<?>[] NONE = {};

    private final int maxDepth;
    private Future<?>[] frames = NONE;
    private @Nullable Future<?> current;

    /**
     * An empty slot.
     *
     * @param above the chain above the frame that the slot is in
     * @param method the method that is called, for people
     * @param maxDepth how many such slots one chain may use
     */
    public ReceiverFrames(@Nullable AwaitChain above, String method, int maxDepth) {
        super(above, method);
        this.maxDepth = maxDepth;
    }

    /**
     * Whether no frame above this slot was made for the same call: then the frames of known classes are made with it.
     *
     * @return false in a recursion, whose frames are made when they are needed
     */
    public final boolean isOutermost() {
        return depth() == 1;
    }

    /**
     * Finds the frame of a class.
     *
     * @param type the class of the frame
     * @return the frame; null if it has to be made
     * @throws RecursionException if it would have to be made too deep in a recursion
     */
    public final @Nullable Object find(Class<?> type) {
        for (Future<?> frame : frames) {
            if (frame.getClass() == type) {
                return frame;
            }
        }
        if (depth() > maxDepth) {
            throw tooDeep(maxDepth);
        }
        return null;
    }

    /**
     * Keeps a frame for later calls, as far as there is room.
     *
     * @param frame the frame; null for one that its own {@code maxDepth} forbids
     */
    public final void keep(@Nullable Future<?> frame) {
        int count = frames.length;
        if (frame == null || count == MOST) {
            return;
        }
        Future<?>[] more = new Future<?>[count + 1];
        for (int i = 0; i < count; i++) {
            more[i] = frames[i];
        }
        more[count] = frame;
        frames = more;
    }

    /**
     * Makes a future the one that this slot stands for.
     *
     * @param future a placed frame, or what the method itself has returned
     * @return this
     * @throws NullPointerException if the method has returned null
     */
    public final ReceiverFrames<T> use(@Nullable Future<?> future) {
        Future<?> before = current;
        if (before != future || future == null) {
            if (future == null) {
                throw new NullPointerException(method().concat(" returned null in place of a future"));
            }
            if (before != null) {
                // Nothing, if it has ended; what was never awaited never starts.
                before.cancel();
                if (getClass() == ReceiverFrames.class && before instanceof StateMachine frame) {
                    // Nobody may have taken its value.
                    frame.clear();
                }
            }
            current = future;
        }
        return this;
    }

    /**
     * The future that this slot stands for.
     *
     * @return what was placed last; null before that, and where it was a foreign one whose value has been taken
     */
    public final @Nullable Future<?> current() {
        return current;
    }

    /** What is placed, or misuse. */
    final Future<?> placed() {
        Future<?> placed = current;
        if (placed == null) {
            throw new IllegalStateException(
                    method().concat(": the future was used before it was placed, or after its value was taken"));
        }
        return placed;
    }

    @Override
    public final Poll poll(Context cx) {
        // A method of a class is called faster than one of an interface, where the class is not known.
        return current instanceof Frame<?> frame ? frame.poll(cx) : placed().poll(cx);
    }

    @Override
    @SuppressWarnings("unchecked")
    public final T get() {
        return (T) placed().get();
    }

    @Override
    @SuppressWarnings("unchecked")
    public final T take() {
        T value = (T) placed().take();
        letGo();
        return value;
    }

    @Override
    public final void cancel() {
        Future<?> placed = current;
        if (placed != null) {
            placed.cancel();
        }
    }

    /** Forgets a future that is not one of the frames, and gives what was placed last. */
    final @Nullable Future<?> letGo() {
        Future<?> placed = current;
        for (Future<?> frame : frames) {
            if (frame == placed) {
                return placed;
            }
        }
        current = null;
        return placed;
    }

    @Override
    public final String toString() {
        Future<?> placed = current;
        return placed == null ? method().concat(", not placed") : String.valueOf(placed);
    }

    /** The slot of a call with an {@code int} result. */
    public static final class OfInt extends ReceiverFrames<Integer> implements Future.OfInt {
        /**
         * An empty slot.
         *
         * @param above the chain above the frame that the slot is in
         * @param method the method that is called, for people
         * @param maxDepth how many such slots one chain may use
         */
        public OfInt(@Nullable AwaitChain above, String method, int maxDepth) {
            super(above, method, maxDepth);
        }

        @Override
        public int getAsInt() {
            return current() instanceof Frame.OfInt frame ? frame.getAsInt() : ((Future.OfInt) placed()).getAsInt();
        }
    }

    /** The slot of a call with a {@code long} result. */
    public static final class OfLong extends ReceiverFrames<Long> implements Future.OfLong {
        /**
         * An empty slot.
         *
         * @param above the chain above the frame that the slot is in
         * @param method the method that is called, for people
         * @param maxDepth how many such slots one chain may use
         */
        public OfLong(@Nullable AwaitChain above, String method, int maxDepth) {
            super(above, method, maxDepth);
        }

        @Override
        public long getAsLong() {
            return current() instanceof Frame.OfLong frame ? frame.getAsLong() : ((Future.OfLong) placed()).getAsLong();
        }
    }

    /** The slot of a call with a {@code double} result. */
    public static final class OfDouble extends ReceiverFrames<Double> implements Future.OfDouble {
        /**
         * An empty slot.
         *
         * @param above the chain above the frame that the slot is in
         * @param method the method that is called, for people
         * @param maxDepth how many such slots one chain may use
         */
        public OfDouble(@Nullable AwaitChain above, String method, int maxDepth) {
            super(above, method, maxDepth);
        }

        @Override
        public double getAsDouble() {
            return current() instanceof Frame.OfDouble frame
                    ? frame.getAsDouble()
                    : ((Future.OfDouble) placed()).getAsDouble();
        }
    }

    /** The slot of a call with a {@code boolean} result. */
    public static final class OfBoolean extends ReceiverFrames<Boolean> implements Future.OfBoolean {
        /**
         * An empty slot.
         *
         * @param above the chain above the frame that the slot is in
         * @param method the method that is called, for people
         * @param maxDepth how many such slots one chain may use
         */
        public OfBoolean(@Nullable AwaitChain above, String method, int maxDepth) {
            super(above, method, maxDepth);
        }

        @Override
        public boolean getAsBoolean() {
            return current() instanceof Frame.OfBoolean frame
                    ? frame.getAsBoolean()
                    : ((Future.OfBoolean) placed()).getAsBoolean();
        }
    }
}
