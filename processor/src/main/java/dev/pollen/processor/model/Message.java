// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import java.util.Locale;

/**
 * The catalogue of messages: each has a number that stays, a severity and one text, which says what happened and what
 * to write instead. {@code %s} stands for an argument.
 */
public enum Message {
    /** An {@code await} that no async method holds. */
    AWAIT_OUTSIDE(
            1,
            Severity.ERROR,
            "await stands in %s, which is not async: mark the method @Async and let it return a Future, or wait with"
                    + " Pollen.blockOn(..) where blocking is meant"),
    /** An {@code await} in a lambda. */
    AWAIT_IN_LAMBDA(
            2,
            Severity.ERROR,
            "await stands in a lambda, whose caller cannot be suspended: move the code into an @Async method and await a"
                    + " call of that, or, where the lambda is meant to be awaited, make it an async block: await(async(() -> ..))"),
    /** An {@code await} while a lock is held. */
    AWAIT_IN_MONITOR(
            3,
            Severity.ERROR,
            "%s stands under synchronized: the lock would be held, or lost, while the task is suspended. Use"
                    + " dev.pollen.sync.Mutex, or move it out of the synchronized part"),
    /** An {@code await} in a constructor. */
    AWAIT_IN_CONSTRUCTOR(
            4,
            Severity.ERROR,
            "await stands in %s, which cannot be suspended: make the object first, then call an @Async method on it"),
    /** A reference to {@code await} as a function. */
    AWAIT_AS_FUNCTION(
            5,
            Severity.ERROR,
            "%1$s is used as a method reference: nobody could suspend its caller. Call %1$s(..) in an async method"),
    /** The wrong return type. */
    NO_FUTURE(
            6,
            Severity.ERROR,
            "%s must return %s, or one of its forms OfInt, OfLong, OfDouble, OfBoolean; it returns %s"),
    /** {@code poolSize} below 1. */
    POOL_SIZE(7, Severity.ERROR, "poolSize is %s: a task needs at least one slot, so write 1 or more, or leave it out"),
    /** A future returned from within a {@code try}. */
    RETURN_IN_TRY(
            8,
            Severity.ERROR,
            "a future is returned from within try: it would be awaited after the resources are closed and outside of"
                    + " catch and finally. Write: return Future.ready(await(..))"),
    /** A combinator's value that outlives its slots. */
    VALUE_KEPT(
            9,
            Severity.ERROR,
            "the value of %s is a view of slots of this frame, and it %s: copy what you need out of it first"),
    /** An async method that awaits itself without a bound. */
    RECURSION(
            10,
            Severity.ERROR,
            "an async method awaits itself, so its frame would hold itself: %s. Write a loop, or say how deep it may go with"
                    + " @Async(maxDepth = n)"),
    /** A body that cannot be a method. */
    BODY_TOO_LARGE(
            11,
            Severity.ERROR,
            "the woven body of %s has %s bytes, a Java method has at most 65,535: move parts of it into async methods of"
                    + " their own, %s"),
    /** A body that HotSpot interprets. */
    BODY_LARGE(
            12,
            Severity.WARNING,
            "the woven body of %s has %s bytes; HotSpot compiles nothing above 8,000, so it would be interpreted: move"
                    + " parts of it into async methods of their own, %s"),
    /** A construct that the weaver does not know yet. */
    NOT_SUPPORTED(13, Severity.ERROR, "%s is not supported here yet: %s"),
    /** A task that does not say how it ends. */
    TASK_RETURN(
            14,
            Severity.ERROR,
            "an @AsyncTask method returns Task.done() or Task.ready(value), written in its return statement"),
    /** A call inside an await whose future is made on the heap. */
    MAY_ALLOCATE(15, Severity.NOTE, "%s: the future is made on the heap, because %s"),
    /** A bug of ours. */
    INTERNAL_ERROR(
            16,
            Severity.ERROR,
            "internal error of Pollen while weaving %s, in %s: %s. The class was left un-woven. Please report it with the"
                    + " method's source"),
    /** Both marks on one method. */
    BOTH_MARKS(
            17,
            Severity.ERROR,
            "%s has both marks: an @Async method is awaited by others, an @AsyncTask is spawned and runs by itself. Take one"
                    + " mark away"),
    /** Two methods, or a method and a class, that would share a generated class. */
    NAME_CLASH(18, Severity.ERROR, "%s and %s would both get the class %s: rename one of them"),
    /** An {@code @AsyncMain} that cannot be started. */
    MAIN_SHAPE(
            19,
            Severity.ERROR,
            "an application cannot start with %s: %s. @AsyncMain stands on a static @AsyncTask that is not private and"
                    + " takes nothing, a Spawner, or a Spawner and a String[]"),
    /** An async method that the annotation processor has not seen. */
    NOT_PROCESSED(
            20,
            Severity.ERROR,
            "%s is async, but Pollen's annotation processor has not seen it, so its awaits would throw. Put pollen-processor on"
                    + " the annotation processor path (Maven: annotationProcessorPaths of maven-compiler-plugin, Gradle:"
                    + " annotationProcessor, javac: -processorpath), do not use -proc:none, and name the source file to the"
                    + " compiler"),
    /** A checked exception that would leave where javac does not expect it. */
    CHECKED_OUTSIDE_AWAIT(
            21,
            Severity.ERROR,
            "%s declares %s, which leaves from the await and not from the call: let the call stand inside an await, alone or"
                    + " in a combinator"),
    /** An option with a value that it does not have. */
    OPTION(22, Severity.ERROR, "-A%s=%s is not known: write %s"),
    /** The second step of a build in two steps. */
    LEFT_UNWOVEN(
            23,
            Severity.NOTE,
            "%s was compiled without Pollen's annotation processor, against the Future classes of an earlier step: weave the"
                    + " class files with the goal weave of pollen-maven-plugin or with java -jar pollen-processor.jar weave"
                    + " <dir>"),
    /** A call that can be overridden, by nobody knows whom. */
    OPEN_RECEIVERS(
            24,
            Severity.NOTE,
            "%s: the classes of its receivers are not known, so a frame is made for each when it is first seen, and those of"
                    + " %s are kept; seal the type, or name the classes with @Async(implementations = ..)"),
    /** {@code maxDepth} below 1. */
    MAX_DEPTH(
            25,
            Severity.ERROR,
            "maxDepth is %s: a chain of awaits needs at least one frame of the method, so write 1 or more, or leave it out"),
    /** A class that {@code implementations} cannot name. */
    IMPLEMENTATION(26, Severity.ERROR, "implementations of %s cannot name %s: %s"),
    /** An async block whose body stands elsewhere. */
    BLOCK_ARGUMENT(
            27,
            Severity.ERROR,
            "the body of an async block stands in the call itself: write the lambda there, as async(() -> { .. }); what a"
                    + " variable, a condition or a method gives cannot be woven"),
    /** An async block made of a method that is not async. */
    BLOCK_REFERENCE(
            28,
            Severity.ERROR,
            "%s is not async, so a reference to it makes no async block: mark it @Async, or write %s(() -> %s(..))"),
    /** An {@code emit} that no generator holds. */
    EMIT_OUTSIDE(
            29,
            Severity.ERROR,
            "emit stands in %s, which is not a generator: mark the method that emits @Async and let it return an AsyncStream"),
    /** An {@code emit} of something that the stream cannot have. */
    EMIT_TYPE(30, Severity.ERROR, "emit gives %s to a stream of %s: convert it first"),
    /** A generator that does not say how it ends. */
    STREAM_RETURN(
            31,
            Severity.ERROR,
            "a generator returns AsyncStream.end(), written in its return statement. To pass on what another stream gives,"
                    + " write: while (await(s.next())) emit(s.current())"),
    /** A generator with checked exceptions. */
    STREAM_THROWS(
            32,
            Severity.ERROR,
            "%s is a generator and declares %s, which would leave from the await of next(), where javac does not expect it, and"
                    + " not from the call: catch it, and throw or emit something else"),
    /** A task that returns a stream. */
    STREAM_TASK(
            33,
            Severity.ERROR,
            "%s is a task and returns a stream, which nobody could consume: mark it @Async, and let a task consume it"),
    /** One future twice in a combinator. */
    SAME_FUTURE(
            34,
            Severity.ERROR,
            "%s stands twice among the parts, but a future is awaited once: make a second future by another call, or await"
                    + " it before and use its value"),
    /** The next value of one stream twice in a combinator. */
    SAME_STREAM(
            35,
            Severity.ERROR,
            "%s.next() stands twice among the parts, but a stream gives one value at a time: await one after the other, or"
                    + " make a second stream"),
    /** Something else than a future that an async body makes on the heap. */
    ALLOCATES(36, Severity.NOTE, "%s allocates each time that it runs: %s"),
    /** Allocation under {@code @NoAllocation}. */
    ALLOCATION_FORBIDDEN(
            37,
            Severity.ERROR,
            "%s. %s is marked @NoAllocation; where it cannot be avoided, accept it with @AllowAllocation on the method"),
    /** A log format that is not known at compile time. */
    LOG_CONSTANT(
            38,
            Severity.ERROR,
            "the format of %s is no constant, and a log line holds only its number: write the text in the call, with {} for"
                    + " what changes"),
    /** A log format that is none, or that does not fit the arguments. */
    LOG_FORMAT(39, Severity.ERROR, "the format \"%s\" %s"),
    /** Two log formats with one number. */
    LOG_COLLISION(
            40,
            Severity.ERROR,
            "the format \"%s\" has the same number as \"%s\", and a log line holds only that: change one of them"),
    /** A class that no JVM takes, with or without Pollen. */
    COMPILER_FAULT(
            41,
            Severity.ERROR,
            "the compiler wrote code for %s that no JVM takes, without Pollen either: %s. It is a fault of that compiler's,"
                    + " which a switch expression with a try inside can provoke, together with a cast, patterns or an unfinished object:"
                    + " move that expression into a method of its own, an @Async one if it awaits"),
    /** A bug of ours outside of weaving. */
    COMMAND_FAILED(
            42,
            Severity.ERROR,
            "internal error of Pollen in the command %s: %s. Please report it with the trace that follows"),
    /**
     * A call makes a future, and nothing takes it: {@code channel.send(1);} as a statement, a variable that is not read again, a
     * lambda or method reference whose caller wants no value. A future does nothing until it is awaited.
     */
    FUTURE_LOST(
            43,
            Severity.WARNING,
            "nobody awaits the future of %1$s, so it never runs: write await(%2$s(..)), alone or in a combinator, or spawn a"
                    + " task that does"),
    /**
     * A call of a task's method, and nothing spawns what it gives. The call has claimed a slot of the task's pool, which is free again
     * only when the executor is closed.
     */
    TASK_LOST(
            44,
            Severity.WARNING,
            "nobody spawns the task of %1$s, so it never runs, and keeps a slot of its pool: write spawner.spawn(%2$s(..))"),
    /**
     * A loop that nothing leaves, in an async method or block, with turns in which nothing is awaited. One thread runs all tasks of
     * an executor, and another one has its turn when this one awaits.
     */
    LOOP_NEVER_YIELDS(
            45,
            Severity.WARNING,
            "%s, and nothing leaves this loop: no other task of the executor runs meanwhile. Await something in each turn,"
                    + " await(Futures.yieldNow()) at least, or give the work to an executor of its own"),
    /**
     * A call in an async method or block that blocks the thread. Which methods block says a list, which users extend in {@code
     * META-INF/pollen/blocking.txt}.
     */
    BLOCKING_CALL(
            46, Severity.WARNING, "%s blocks the thread, and with it all tasks of this executor. Write instead: %s"),
    /** A {@code java.util.concurrent} lock that is held where a task is suspended. */
    LOCK_OVER_AWAIT(
            47,
            Severity.WARNING,
            "%s is held over this await, and it belongs to the thread: other threads are kept out for as long as the task is"
                    + " suspended, other tasks of this thread are not. Use dev.pollen.sync.Mutex, or unlock it before"),
    /** A part of a {@code select}, or of what has a time limit, that loses something when it is cancelled half-way. */
    CANCEL_UNSAFE(
            48,
            Severity.WARNING,
            "%1$s is @CancelUnsafe, and %2$s cancels it half-way: await it alone, or keep it in a variable, lend it with"
                    + " borrow(..) and await it to its end afterwards"),
    /** A {@code catch} around an await that keeps {@code CancelledError} for itself. */
    CANCELLATION_SWALLOWED(
            49,
            Severity.WARNING,
            "this catch of %s keeps CancelledError, by which a cancelled task ends: throw it again, for example by catch"
                    + " (CancelledError e) { throw e; } before this one, or catch Exception instead"),
    /** An object that changes and that nothing guards, in the hands of tasks of two executors: of two threads. */
    SHARED_STATE(
            50,
            Severity.WARNING,
            "%1$s is given to %2$s and to %3$s, which run in two executors, and nothing guards it: give each its own, send it"
                    + " through a Channel, or put it into a Mutex, made by of(..)"),
    /** A line of a user's list of blocking methods that is none. */
    BLOCKING_LIST(
            51,
            Severity.WARNING,
            "%s; a line has package.Class.method or package.Class.method(types), and behind it what to write"
                    + " instead; one that begins with ! says that a method does not block, one that begins with # says nothing"),
    /** A stream that a generator gives, and nothing takes: a generator runs when its next value is awaited. */
    STREAM_LOST(
            52,
            Severity.WARNING,
            "nobody consumes the stream of %1$s, so it never runs: write while (await(s.next())) use(s.current());"),
    /** A task that takes more than its {@code maxBytes}. */
    TASK_TOO_LARGE(
            54,
            Severity.ERROR,
            "a slot of %s takes %s bytes, %s for its frame and %s for the futures in it, and maxBytes allows %s. Over its awaits"
                    + " live: %s. End one future before the next begins, move some to a task of their own, or raise maxBytes"),
    /** {@code maxBytes} below 0. */
    MAX_BYTES(55, Severity.ERROR, "maxBytes is %s: write the bytes that a slot may take, or leave it out for no limit"),
    /** A Future class that was compiled after its owner was woven. */
    STALE_OWNER(
            57,
            Severity.ERROR,
            "%s was compiled anew, and %s, which has its method, is woven already and says no more what it was woven of:"
                    + " compile both anew"),
    /** The annotation processor in a compiler that has no weaver. */
    NOT_JAVAC(
            58,
            Severity.NOTE,
            "this compiler is not javac, or hides that it is, so it does not weave: weave its class files with the goal weave of"
                    + " pollen-maven-plugin or with java -jar pollen-processor.jar weave <dir>, or run them with"
                    + " -javaagent:pollen-processor.jar"),
    /** The agent comes too late. */
    NOT_WOVEN_AT_LOAD(59, Severity.ERROR, "%s cannot be woven as it is loaded: %s");

    private final int number;
    private final Severity severity;
    private final String template;

    Message(int number, Severity severity, String template) {
        this.number = number;
        this.severity = severity;
        this.template = template;
    }

    /**
     * The stable name that docs and suppression use.
     *
     * @return for example {@code POLLEN-012}
     */
    public String id() {
        return String.format(Locale.ROOT, "POLLEN-%03d", number);
    }

    /**
     * How it is printed.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * The text as the catalogue shows it.
     *
     * @return the text with its {@code %s}
     */
    public String template() {
        return template;
    }

    /**
     * The text for people.
     *
     * @param arguments what the template's {@code %s} stand for
     * @return id and text
     */
    public String text(Object... arguments) {
        return id() + ": " + sentence(arguments);
    }

    /**
     * The text as a part of another message's.
     *
     * @param arguments what the template's {@code %s} stand for
     * @return the text without the id
     */
    public String sentence(Object... arguments) {
        return String.format(Locale.ROOT, template, arguments);
    }
}
