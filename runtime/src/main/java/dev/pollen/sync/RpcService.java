// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import dev.pollen.annotations.Placed;
import org.jspecify.annotations.Nullable;

/**
 * Something that one task owns, and that other tasks use by sending it code: a driver, a table, a file. No lock is held
 * across an await, and what the code returns or throws comes back to the caller.
 *
 * <pre>{@code
 * // in the task that owns the display
 * await(displays.serve(display));
 *
 * // in any other task
 * int lines = await(displays.call(display -> display.show("hello")));
 * }</pre>
 *
 * <p>Calls run one at a time, in the order of their first polls, in the task that serves. They may be made before a task
 * serves, and wait then.
 *
 * <p><b>Closing.</b> Calls that have not run fail with {@link ChannelClosedException}, and serving ends.
 *
 * <p><b>Cancel safety.</b> A call that is cancelled does not run; one that is running already, for another thread, runs to
 * its end, and its result is dropped. Serving that is cancelled leaves the calls that wait to whoever serves next.
 *
 * <p><b>Threading.</b> {@link #of} is safe between threads; {@link #local} belongs to the first executor that uses it. A
 * future is used by one task at a time.
 *
 * <p><b>Allocation.</b> None after it is made, where the futures are awaited directly; a lambda that captures something is
 * an object, where it is made.
 *
 * <p><b>Errors.</b> What the code throws leaves from the await of its caller, and the service goes on;
 * {@link ChannelClosedException} where the service was closed before. A second task that serves gets an
 * {@link IllegalStateException}. What is {@code local} throws {@link IllegalStateException} where another executor or
 * thread uses it.
 *
 * @param <S> the type of what is owned
 */
public final class RpcService<S> implements AutoCloseable {
    private final Access access;
    private final WaitList<Request<?>> line = new WaitList<>();

    /** The request whose code runs; null if it was cancelled meanwhile. */
    private @Nullable Request<?> running;

    private @Nullable Call<? super S, ?> immediate;
    private @Nullable Serve<S> server;
    private boolean serverWaits;
    private boolean closed;

    private RpcService(Access access) {
        this.access = access;
    }

    /**
     * Names this service, for dumps and messages.
     *
     * @param name the name
     * @return this
     */
    public RpcService<S> named(String name) {
        access.name(name);
        return this;
    }

    /**
     * A service that is safe between threads.
     *
     * @param <S> the type of what is owned
     * @return a service that nobody serves
     */
    public static <S> RpcService<S> of() {
        return new RpcService<>(new SharedAccess("RpcService"));
    }

    /**
     * A service that belongs to one executor: the first that uses it.
     *
     * @param <S> the type of what is owned
     * @return a service that nobody serves; from elsewhere its methods and futures throw {@link IllegalStateException}
     */
    public static <S> RpcService<S> local() {
        return new RpcService<>(new LocalAccess("RpcService"));
    }

    /**
     * Has code run by the task that serves; waits for its end.
     *
     * @param <R> the type of the result
     * @param call the code
     * @return a future of the result; it fails with what the code throws, and with {@link ChannelClosedException} when the
     *     service is closed before it ran
     */
    @Placed(slot = Request.class, by = "call$in")
    public <R extends @Nullable Object> Future<R> call(Call<? super S, R> call) {
        return call$in(call, new Request<>());
    }

    /**
     * {@link #call} in a slot.
     *
     * @param <R> the type of the result
     * @param call the code
     * @param slot a slot that is not in use
     * @return the slot
     */
    public <R extends @Nullable Object> Request<R> call$in(Call<? super S, R> call, Request<R> slot) {
        slot.place(this, call);
        return slot;
    }

    /**
     * Has code run by the task that serves, before the calls that wait, and does not wait for it. What it throws leaves
     * from {@link #serve}.
     *
     * @param call the code; its result is dropped
     * @return whether it will run; false if another one has not run yet, or if the service is closed
     */
    public boolean tryCall(Call<? super S, ?> call) {
        access.enter();
        try {
            if (immediate != null || closed) {
                return false;
            }
            immediate = call;
        } finally {
            access.exit();
        }
        wakeServer();
        return true;
    }

    /**
     * Runs the calls of others in the awaiting task, for as long as it is awaited.
     *
     * @param state what is owned
     * @return a future that is ready when the service is closed; it fails with an {@link IllegalStateException} if another
     *     task serves, and with what the code of {@link #tryCall} throws
     */
    @Placed(slot = Serve.class, by = "serve$in")
    public Future<Void> serve(S state) {
        return serve$in(state, new Serve<>());
    }

    /**
     * {@link #serve} in a slot.
     *
     * @param state what is owned
     * @param slot a slot that is not in use
     * @return the slot
     */
    public Serve<S> serve$in(S state, Serve<S> slot) {
        slot.place(this, state);
        return slot;
    }

    /** Says that no more calls run, and wakes all that wait. A second call does nothing. */
    @Override
    public void close() {
        access.enter();
        try {
            closed = true;
            immediate = null;
        } finally {
            access.exit();
        }
        wakeServer();
        // Nobody stands in line again, so this ends.
        while (sendFirstAway()) {
            continue;
        }
    }

    /**
     * Whether {@link #close} was called.
     *
     * @return true from the first close on
     */
    public boolean isClosed() {
        access.enter();
        try {
            return closed;
        } finally {
            access.exit();
        }
    }

    private boolean sendFirstAway() {
        Waker waker;
        access.enter();
        try {
            Request<?> first = line.removeFirst();
            if (first == null) {
                return false;
            }
            waker = first.sentAway();
        } finally {
            access.exit();
        }
        Waiter.wake(waker);
        return true;
    }

    private void wakeServer() {
        Waker waker;
        access.enter();
        try {
            if (!serverWaits || !hasWork()) {
                return;
            }
            serverWaits = false;
            waker = server.granted();
        } finally {
            access.exit();
        }
        Waiter.wake(waker);
    }

    private boolean hasWork() {
        return immediate != null || line.first() != null || closed;
    }

    /** The next code to run; what asked for it is running then. */
    private @Nullable Call<? super S, ?> nextCall() {
        Call<? super S, ?> next = immediate;
        if (next != null) {
            immediate = null;
            return next;
        }
        Request<?> first = line.removeFirst();
        if (first == null) {
            return null;
        }
        running = first;
        @SuppressWarnings("unchecked") // it was placed by this service
        Call<? super S, ?> call = (Call<? super S, ?>) first.call;
        return call;
    }

    /** The code of the running request has ended. */
    private void ran(@Nullable Object result, @Nullable Throwable thrown) {
        Waker caller;
        access.enter();
        try {
            Request<?> request = running;
            if (request == null) {
                return;
            }
            running = null;
            request.result = result;
            request.thrown = thrown;
            caller = request.granted();
        } finally {
            access.exit();
        }
        Waiter.wake(caller);
    }

    /**
     * Code that runs in the task that serves.
     *
     * @param <S> the type of what is owned
     * @param <R> the type of the result
     */
    public interface Call<S, R extends @Nullable Object> {
        /**
         * Runs; does not wait for anything.
         *
         * @param state what is owned; not to be kept
         * @return the result
         */
        R run(S state);
    }

    /**
     * The future of {@link RpcService#call}, and its slot.
     *
     * @param <R> the type of the result
     */
    public static final class Request<R extends @Nullable Object> extends Waiter implements Future<R> {
        private @Nullable RpcService<?> service;
        private @Nullable Call<?, R> call;
        private @Nullable Object result;
        private @Nullable Throwable thrown;

        /** An empty slot. */
        public Request() {}

        private void place(RpcService<?> of, Call<?, R> code) {
            placed();
            service = of;
            call = code;
            result = null;
            thrown = null;
        }

        @Override
        public Poll poll(Context cx) {
            RpcService<?> of = service;
            Poll poll = super.poll(cx);
            if (poll == Poll.PENDING) {
                of.wakeServer();
                return poll;
            }
            Throwable failure = thrown;
            if (failure == null) {
                return poll;
            }
            end(FAILED);
            thrown = null;
            if (failure instanceof Error) {
                throw (Error) failure;
            }
            throw (RuntimeException) failure;
        }

        @Override
        @SuppressWarnings("unchecked") // only the call's own result goes in
        public R get() {
            checkDone();
            return (R) result;
        }

        @Override
        public R take() {
            R taken = get();
            result = null;
            return taken;
        }

        @Override
        @Nullable
        Access access() {
            RpcService<?> of = service;
            return of == null ? null : of.access;
        }

        @Override
        boolean seemsThere() {
            return false;
        }

        @Override
        byte claim() {
            return service.closed ? FAILED : PLACED;
        }

        @Override
        void enqueue() {
            service.line.add(this);
        }

        @Override
        void dequeue() {
            if (service.running == this) {
                service.running = null;
            } else {
                service.line.remove(this);
            }
        }

        @Override
        @Nullable
        Waker complete() {
            end(DONE);
            return null;
        }

        @Override
        @Nullable
        Waker handOn() {
            result = null;
            thrown = null;
            return null;
        }

        @Override
        void letGo() {
            service = null;
            call = null;
        }

        @Override
        RuntimeException failure() {
            return ChannelClosedException.INSTANCE;
        }

        @Override
        String name() {
            return "RpcService.call(code)";
        }

        @Override
        @Nullable
        String wanted() {
            RpcService<?> of = service;
            return of == null ? null : of.access.titled().concat(of.server == null ? " that nobody serves" : " busy");
        }
    }

    /**
     * The future of {@link RpcService#serve}, and its slot.
     *
     * @param <S> the type of what is owned
     */
    public static final class Serve<S> extends Waiter implements Future<Void> {
        private @Nullable RpcService<S> service;
        private @Nullable S state;
        private @Nullable Call<? super S, ?> next;

        /** Somebody waits for the result, or did. */
        private boolean asked;

        /** An empty slot. */
        public Serve() {}

        private void place(RpcService<S> of, S owned) {
            placed();
            service = of;
            state = owned;
        }

        @Override
        public Poll poll(Context cx) {
            RpcService<S> of = service;
            S owned = state;
            for (; ; ) {
                Poll poll = super.poll(cx);
                Call<? super S, ?> code = next;
                if (poll == Poll.PENDING || code == null) {
                    return poll;
                }
                next = null;
                run(of, owned, code);
                place(of, owned);
            }
        }

        private void run(RpcService<S> of, S owned, Call<? super S, ?> code) {
            try {
                Object result = code.run(owned);
                if (asked) {
                    of.ran(result, null);
                }
            } catch (RuntimeException | Error thrown) {
                if (!asked) {
                    end(FAILED);
                    of.leave(this);
                    throw thrown;
                }
                of.ran(null, thrown);
            }
        }

        @Override
        public @Nullable Void get() {
            checkDone();
            return null;
        }

        @Override
        public void cancel() {
            RpcService<S> of = service;
            super.cancel();
            if (of != null) {
                of.leave(this);
            }
        }

        @Override
        @Nullable
        Access access() {
            RpcService<S> of = service;
            return of == null ? null : of.access;
        }

        @Override
        boolean seemsThere() {
            return service.hasWork();
        }

        @Override
        byte claim() {
            if (service.server == null) {
                service.server = this;
            }
            if (service.server != this) {
                return FAILED;
            }
            return service.hasWork() ? GRANTED : PLACED;
        }

        @Override
        void enqueue() {
            service.serverWaits = true;
        }

        @Override
        void dequeue() {
            service.serverWaits = false;
        }

        @Override
        @Nullable
        Waker complete() {
            if (service.closed) {
                service.server = null;
                end(DONE);
                return null;
            }
            asked = service.immediate == null;
            next = service.nextCall();
            // PLACED: the call was cancelled meanwhile.
            end(next == null ? PLACED : DONE);
            return null;
        }

        @Override
        @Nullable
        Waker handOn() {
            return null;
        }

        @Override
        void letGo() {
            service = null;
            state = null;
        }

        @Override
        RuntimeException failure() {
            return new IllegalStateException(
                    "another task serves this RpcService; calls are run by one task, so await serve() in one place");
        }

        @Override
        String name() {
            return "RpcService.serve(state)";
        }

        @Override
        @Nullable
        String wanted() {
            RpcService<S> of = service;
            return of == null ? null : of.access.titled().concat(" without a call");
        }
    }

    private void leave(Serve<S> leaving) {
        access.enter();
        try {
            if (server == leaving) {
                server = null;
            }
        } finally {
            access.exit();
        }
    }
}
