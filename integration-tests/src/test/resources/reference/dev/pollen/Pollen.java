// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

/**
 * Stands before the real class on the class path of the blocking reference: there an async method is an ordinary one
 * that runs when it is called, and {@code await} polls to the end.
 */
public final class Pollen {
    private Pollen() {}

    private static <F extends Future<?>> F end(F future) {
        Context cx = Context.of(() -> {});
        while (future.poll(cx) == Poll.PENDING) {
            continue;
        }
        return future;
    }

    public static <T> T await(Future<T> future) {
        return end(future).take();
    }

    public static int await(Future.OfInt future) {
        return end(future).getAsInt();
    }

    public static long await(Future.OfLong future) {
        return end(future).getAsLong();
    }

    public static double await(Future.OfDouble future) {
        return end(future).getAsDouble();
    }

    public static boolean await(Future.OfBoolean future) {
        return end(future).getAsBoolean();
    }
}
