// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.Unwinding;
import dev.pollen.WaitDescription;
import dev.pollen.executor.BackgroundTasks;
import dev.pollen.executor.Spawner;
import org.jspecify.annotations.Nullable;

/**
 * Takes lines out of a logger and gives them to a sink, for ever. It waits asleep: the first line in an empty ring wakes it.
 *
 * <pre>
 *   reading: PENDING until there are lines --> writing: PENDING until the sink has them --> reading ..
 *   cancel: the write that is pending, and all that is in the ring, goes to writeLast
 * </pre>
 *
 * <p>In a program of your own that awaits a device, the same is a task of three lines: {@code for (;;) { int n =
 * await(Log.logger().read(buffer)); await(uart.write(buffer, 0, n)); }}, which allocates nothing.
 */
public final class LogDrain implements Future<Void>, Describable {
    private static final int DEFAULT_BYTES = 1024;

    private final Logger logger;
    private final LogSink sink;
    private final byte[] buffer = new byte[DEFAULT_BYTES];
    private final LogRead read = new LogRead();
    private @Nullable Future<Void> write;
    private int count;
    private boolean over;

    private LogDrain(Logger logger, LogSink sink) {
        this.logger = logger;
        this.sink = sink;
        logger.read$in(buffer, read);
    }

    /**
     * Starts to drain a logger, in the background: {@code Executor.run} does not wait for it, and ends it when all other tasks
     * have ended. What is in the ring then goes to {@link LogSink#writeLast}.
     *
     * <p><b>Allocation.</b> The task, once; for each write what the sink allocates.
     *
     * @param spawner where the task runs
     * @param logger what is drained, by one at a time
     * @param sink where the bytes go
     */
    public static void start(Spawner spawner, Logger logger, LogSink sink) {
        BackgroundTasks.spawn(spawner, Task.of(new LogDrain(logger, sink)));
    }

    @Override
    public Poll poll(Context cx) {
        if (over) {
            throw new IllegalStateException("LogDrain was polled after its end; start another");
        }
        for (; ; ) {
            Future<Void> pending = write;
            if (pending == null) {
                if (read.poll(cx) == Poll.PENDING) {
                    return Poll.PENDING;
                }
                count = read.getAsInt();
                logger.read$in(buffer, read);
                pending = send();
                write = pending;
            }
            if (pending.poll(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
            write = null;
        }
    }

    private Future<Void> send() {
        try {
            return sink.write(buffer, 0, count);
        } catch (Exception thrown) {
            throw Unwinding.rethrow(thrown);
        }
    }

    @Override
    public @Nullable Void get() {
        throw new IllegalStateException("LogDrain has no end but cancel");
    }

    @Override
    public void cancel() {
        if (over) {
            return;
        }
        over = true;
        Future<Void> pending = write;
        write = null;
        read.cancel();
        try {
            if (pending != null) {
                pending.cancel();
                sink.writeLast(buffer, 0, count);
            }
        } finally {
            writeRest();
        }
    }

    private void writeRest() {
        // No more than there can be now: others may go on writing lines.
        long last = logger.written();
        int rest = LogStream.fill(logger.ring(), buffer);
        while (rest > 0) {
            sink.writeLast(buffer, 0, rest);
            rest = logger.written() - last > logger.ring().size() ? 0 : LogStream.fill(logger.ring(), buffer);
        }
    }

    @Override
    public void describeWait(WaitDescription to) {
        Future<Void> pending = write;
        if (pending == null) {
            to.child(read);
        } else {
            to.child(pending);
        }
    }
}
