// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof.driver;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/**
 * Polls the frame of one call to its end, on the thread of the caller. A poll that is pending without a wake would never
 * end, so it is an error.
 */
public final class Driver implements Waker {
    private boolean woken;

    private Driver() {}

    @Override
    public void wake() {
        woken = true;
    }

    private static void finish(Future<?> frame) {
        Driver driver = new Driver();
        Context context = Context.of(driver);
        while (frame.poll(context) == Poll.PENDING) {
            if (!driver.woken) {
                throw new IllegalStateException("pending, and nothing has registered the waker: " + frame);
            }
            driver.woken = false;
        }
    }

    /**
     * Runs a frame.
     *
     * @param frame the frame of a method that returns nothing
     */
    public static void run(Future<?> frame) {
        finish(frame);
        frame.take();
    }

    /**
     * Runs a frame.
     *
     * @param frame the frame of a method that returns an object, or what has no future of its own in a box
     * @return what the method returns
     */
    public static @Nullable Object give(Future<?> frame) {
        finish(frame);
        return frame.take();
    }

    /**
     * Runs a frame.
     *
     * @param frame the frame of a method that returns an int
     * @return what the method returns
     */
    public static int give(Future.OfInt frame) {
        finish(frame);
        return frame.getAsInt();
    }

    /**
     * Runs a frame.
     *
     * @param frame the frame of a method that returns a long
     * @return what the method returns
     */
    public static long give(Future.OfLong frame) {
        finish(frame);
        return frame.getAsLong();
    }

    /**
     * Runs a frame.
     *
     * @param frame the frame of a method that returns a double
     * @return what the method returns
     */
    public static double give(Future.OfDouble frame) {
        finish(frame);
        return frame.getAsDouble();
    }

    /**
     * Runs a frame.
     *
     * @param frame the frame of a method that returns a boolean
     * @return what the method returns
     */
    public static boolean give(Future.OfBoolean frame) {
        finish(frame);
        return frame.getAsBoolean();
    }
}
