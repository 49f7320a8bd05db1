// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

/** The kinds of async method. */
public enum AsyncKind {
    /** {@code @Async}: a function that is awaited; its frame is a field of the awaiting frame. */
    FUNCTION,
    /** {@code @Async} that returns a stream: a generator, whose next value is awaited again and again. */
    GENERATOR,
    /** {@code @AsyncTask}: a task that is spawned; its frames are the slots of a pool. */
    TASK;

    /**
     * The type that a method of this kind returns.
     *
     * @return internal name of its general form
     */
    public String returned() {
        return switch (this) {
            case FUNCTION -> Names.FUTURE;
            case GENERATOR -> Names.ASYNC_STREAM;
            case TASK -> Names.TASK;
        };
    }

    /**
     * The type that a Future class of this kind extends.
     *
     * @return internal name of its general form
     */
    public String frame() {
        return switch (this) {
            case FUNCTION -> Names.FRAME;
            case GENERATOR -> Names.STREAM_FRAME;
            case TASK -> Names.TASK;
        };
    }

    /**
     * The kind of an {@code @Async} method.
     *
     * @param returned internal name of the type that it returns
     * @return generator for a stream, else function
     */
    public static AsyncKind ofFunction(String returned) {
        return ResultKind.of(Names.ASYNC_STREAM, returned) == null ? FUNCTION : GENERATOR;
    }
}
