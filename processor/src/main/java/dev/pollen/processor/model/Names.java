// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

/** Internal names of the types of the runtime and the annotations that generated and woven code mentions. */
public final class Names {
    /** The class of {@code await}. */
    public static final String POLLEN = "dev/pollen/Pollen";

    /** The interface of futures. */
    public static final String FUTURE = "dev/pollen/Future";

    /** What a call of a task gives. */
    public static final String TASK = "dev/pollen/Task";

    /** The base of Future classes of functions. */
    public static final String FRAME = "dev/pollen/Frame";

    /** The slot of a call that can be overridden. */
    public static final String RECEIVER_FRAMES = "dev/pollen/ReceiverFrames";

    /** What is told to a frame while it is made. */
    public static final String AWAIT_CHAIN = "dev/pollen/AwaitChain";

    /** What a generator gives. */
    public static final String ASYNC_STREAM = "dev/pollen/AsyncStream";

    /** The body of an async block. */
    public static final String ASYNC_BLOCK = "dev/pollen/AsyncBlock";

    /** The base of Future classes of generators. */
    public static final String STREAM_FRAME = "dev/pollen/StreamFrame";

    /** The part of a generator's frame that is awaited. */
    public static final String NEXT = "dev/pollen/Generator$Next";

    /** What frames and tasks have in common. */
    public static final String STATE_MACHINE = "dev/pollen/StateMachine";

    /** How frames end otherwise. */
    public static final String UNWINDING = "dev/pollen/Unwinding";

    /** The result of a poll. */
    public static final String POLL = "dev/pollen/Poll";

    /** What a future is polled with. */
    public static final String CONTEXT = "dev/pollen/Context";

    /** The pool of a task. */
    public static final String TASK_POOL = "dev/pollen/executor/TaskPool";

    /** The base of tasks. */
    public static final String TASK_HEADER = "dev/pollen/executor/TaskHeader";

    /** The combinators. */
    public static final String FUTURES = "dev/pollen/futures/Futures";

    /** The future of {@code yieldNow()}. */
    public static final String YIELD = "dev/pollen/futures/Yield";

    /** The program's log. */
    public static final String LOG = "dev/pollen/log/Log";

    /** A log. */
    public static final String LOGGER = "dev/pollen/log/Logger";

    /** What writes a line step by step. */
    public static final String LOG_WRITER = "dev/pollen/log/LogWriter";

    /** The formats of a class's log lines. */
    public static final String LOG_FORMATS = "dev/pollen/annotations/LogFormats";

    /** Marks an async function. */
    public static final String ASYNC = "dev/pollen/annotations/Async";

    /** Marks a task. */
    public static final String ASYNC_TASK = "dev/pollen/annotations/AsyncTask";

    /** Marks the task that an application starts with. */
    public static final String ASYNC_MAIN = "dev/pollen/annotations/AsyncMain";

    /** Forbids allocation. */
    public static final String NO_ALLOCATION = "dev/pollen/annotations/NoAllocation";

    /** Accepts allocation. */
    public static final String ALLOW_ALLOCATION = "dev/pollen/annotations/AllowAllocation";

    /** Marks what loses something when it is cancelled. */
    public static final String CANCEL_UNSAFE = "dev/pollen/annotations/CancelUnsafe";

    /** Names the twin of a factory. */
    public static final String PLACED = "dev/pollen/annotations/Placed";

    /** What only the source knows. */
    public static final String ASYNC_SOURCE = "dev/pollen/annotations/AsyncSource";

    /** The size of a frame. */
    public static final String FRAME_INFO = "dev/pollen/annotations/FrameInfo";

    /** Marks what is woven. */
    public static final String WOVEN = "dev/pollen/annotations/Woven";

    /** Marks what is generated. */
    public static final String GENERATED = "dev/pollen/annotations/GeneratedByPollen";

    private Names() {}

    /**
     * The descriptor of a class.
     *
     * @param internalName its internal name
     * @return the field descriptor
     */
    public static String descriptor(String internalName) {
        return "L" + internalName + ";";
    }

    /**
     * The package of a class.
     *
     * @param internalName its internal name
     * @return the package's internal name; empty for the unnamed one
     */
    public static String packageOf(String internalName) {
        return internalName.substring(0, Math.max(0, internalName.lastIndexOf('/')));
    }

    /**
     * The binary name of a class as source writes it.
     *
     * @param internalName its internal name
     * @return the name with dots between packages
     */
    public static String binary(String internalName) {
        return internalName.replace('/', '.');
    }
}
