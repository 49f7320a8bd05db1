// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import dev.pollen.executor.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The words of async code, to be imported statically: {@code await}, {@code emit}, {@code async} and {@code blockOn}.
 *
 * <pre>{@code
 * @AsyncTask
 * static Task<Void> report(Sensor sensor, Radio radio) {
 *     for (int i = 0; i < 2; i++) {
 *         await(Timer.afterMillis(100));
 *         await(radio.send(await(average(sensor))));
 *     }
 *     return Task.done();
 * }
 *
 * @Async
 * static Future.OfInt average(Sensor sensor) {
 *     int sum = await(sensor.read()) + await(sensor.read());
 *     return Future.ready(sum / 2);
 * }
 * }</pre>
 */
public final class Pollen {
    private Pollen() {}

    /**
     * Waits for a future without holding the thread: the suspension point of an async method.
     *
     * <pre>{@code
     * int value = await(sensor.read()); // the task waits here, and others run
     * if (value > 20 && await(orders.receive()).equals("tea")) { // in any expression
     *     print("tea at " + value);
     * }
     * }</pre>
     *
     * @param <T> the type of the value
     * @param f the future; one that is made inside the call is built in the awaiting frame
     * @return its value
     * @throws NotWovenError if the calling code was not woven
     */
    public static <T extends @Nullable Object> T await(Future<T> f) {
        throw new NotWovenError();
    }

    /**
     * Waits for an {@code int}, see {@link #await(Future)}.
     *
     * @param f the future
     * @return its value
     * @throws NotWovenError if the calling code was not woven
     */
    public static int await(Future.OfInt f) {
        throw new NotWovenError();
    }

    /**
     * Waits for a {@code long}, see {@link #await(Future)}.
     *
     * @param f the future
     * @return its value
     * @throws NotWovenError if the calling code was not woven
     */
    public static long await(Future.OfLong f) {
        throw new NotWovenError();
    }

    /**
     * Waits for a {@code double}, see {@link #await(Future)}.
     *
     * @param f the future
     * @return its value
     * @throws NotWovenError if the calling code was not woven
     */
    public static double await(Future.OfDouble f) {
        throw new NotWovenError();
    }

    /**
     * Waits for a {@code boolean}, see {@link #await(Future)}.
     *
     * @param f the future
     * @return its value
     * @throws NotWovenError if the calling code was not woven
     */
    public static boolean await(Future.OfBoolean f) {
        throw new NotWovenError();
    }

    /**
     * Gives a value to whoever awaits {@code next()} of the stream, and rests until the value after it is asked for: the
     * suspension point of a generator, which is an async method that returns an {@link AsyncStream}.
     *
     * <pre>{@code
     * @Async
     * static AsyncStream.OfInt readings(Sensor sensor) {
     *     for (; ; ) {
     *         emit(await(sensor.read())); // rests here until somebody awaits the next one
     *     }
     * }
     * }</pre>
     *
     * <p>Where the stream is cancelled meanwhile, {@link CancelledError} is thrown here. A primitive is boxed only where the
     * stream is one of references.
     *
     * @param <T> the type of the values
     * @param value the value; the compiler checks that the stream can have it
     * @throws NotWovenError if the calling code was not woven
     */
    public static <T extends @Nullable Object> void emit(T value) {
        throw new NotWovenError("emit");
    }

    /**
     * Gives a {@code boolean}, see {@link #emit(Object)}.
     *
     * @param value the value
     * @throws NotWovenError if the calling code was not woven
     */
    public static void emit(boolean value) {
        throw new NotWovenError("emit");
    }

    /**
     * Gives a {@code byte}, see {@link #emit(Object)}.
     *
     * @param value the value
     * @throws NotWovenError if the calling code was not woven
     */
    public static void emit(byte value) {
        throw new NotWovenError("emit");
    }

    /**
     * Gives a {@code short}, see {@link #emit(Object)}.
     *
     * @param value the value
     * @throws NotWovenError if the calling code was not woven
     */
    public static void emit(short value) {
        throw new NotWovenError("emit");
    }

    /**
     * Gives a {@code char}, see {@link #emit(Object)}.
     *
     * @param value the value
     * @throws NotWovenError if the calling code was not woven
     */
    public static void emit(char value) {
        throw new NotWovenError("emit");
    }

    /**
     * Gives an {@code int}, see {@link #emit(Object)}.
     *
     * @param value the value
     * @throws NotWovenError if the calling code was not woven
     */
    public static void emit(int value) {
        throw new NotWovenError("emit");
    }

    /**
     * Gives a {@code long}, see {@link #emit(Object)}.
     *
     * @param value the value
     * @throws NotWovenError if the calling code was not woven
     */
    public static void emit(long value) {
        throw new NotWovenError("emit");
    }

    /**
     * Gives a {@code float}, see {@link #emit(Object)}.
     *
     * @param value the value
     * @throws NotWovenError if the calling code was not woven
     */
    public static void emit(float value) {
        throw new NotWovenError("emit");
    }

    /**
     * Gives a {@code double}, see {@link #emit(Object)}.
     *
     * @param value the value
     * @throws NotWovenError if the calling code was not woven
     */
    public static void emit(double value) {
        throw new NotWovenError("emit");
    }

    /**
     * An async block: an async function without a name, for the child of a combinator.
     *
     * <pre>{@code
     * int offset = 100;
     * var r = await(join(sensor.read(), async(() -> { // an async method without a name
     *     await(Timer.afterMillis(5));
     *     return Future.ready("offset " + offset);
     * })));
     * print(r.second().get() + ", reading " + r.first().getAsInt());
     * }</pre>
     *
     * @param <T> the type of the result
     * @param <E> the checked exception that the block throws
     * @param b the body, a lambda
     * @return the block as a future
     * @throws E never from here: it leaves from the await, where the compiler must see it
     * @throws NotWovenError if the calling code was not woven
     */
    public static <T extends @Nullable Object, E extends Throwable> Future<T> async(AsyncBlock<T, E> b) throws E {
        throw new NotWovenError("async");
    }

    /**
     * An async block with an {@code int} result, see {@link #async}.
     *
     * @param <E> the checked exception that the block throws
     * @param b the body, a lambda
     * @return the block as a future
     * @throws E never from here: it leaves from the await, where the compiler must see it
     * @throws NotWovenError if the calling code was not woven
     */
    public static <E extends Throwable> Future.OfInt asyncInt(AsyncBlock.OfInt<E> b) throws E {
        throw new NotWovenError("asyncInt");
    }

    /**
     * An async block with a {@code long} result, see {@link #async}.
     *
     * @param <E> the checked exception that the block throws
     * @param b the body, a lambda
     * @return the block as a future
     * @throws E never from here: it leaves from the await, where the compiler must see it
     * @throws NotWovenError if the calling code was not woven
     */
    public static <E extends Throwable> Future.OfLong asyncLong(AsyncBlock.OfLong<E> b) throws E {
        throw new NotWovenError("asyncLong");
    }

    /**
     * An async block with a {@code double} result, see {@link #async}.
     *
     * @param <E> the checked exception that the block throws
     * @param b the body, a lambda
     * @return the block as a future
     * @throws E never from here: it leaves from the await, where the compiler must see it
     * @throws NotWovenError if the calling code was not woven
     */
    public static <E extends Throwable> Future.OfDouble asyncDouble(AsyncBlock.OfDouble<E> b) throws E {
        throw new NotWovenError("asyncDouble");
    }

    /**
     * An async block with a {@code boolean} result, see {@link #async}.
     *
     * @param <E> the checked exception that the block throws
     * @param b the body, a lambda
     * @return the block as a future
     * @throws E never from here: it leaves from the await, where the compiler must see it
     * @throws NotWovenError if the calling code was not woven
     */
    public static <E extends Throwable> Future.OfBoolean asyncBoolean(AsyncBlock.OfBoolean<E> b) throws E {
        throw new NotWovenError("asyncBoolean");
    }

    /**
     * Runs a future to its end on the calling thread, which waits. Makes an executor of its own for the purpose.
     *
     * <pre>{@code
     * int value = blockOn(sensor.read()); // on a thread that belongs to no executor: main, a test
     * }</pre>
     *
     * @param <T> the type of the value
     * @param f the future
     * @return its value; an exception of the future leaves from here as it is
     * @throws IllegalStateException on an executor's thread: blocking it would stop every other task there
     */
    public static <T extends @Nullable Object> T blockOn(Future<T> f) {
        try (Executor executor = new Executor()) {
            return executor.blockOn(f);
        }
    }
}
