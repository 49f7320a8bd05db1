// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.platform.ParkingSleeper;
import dev.pollen.platform.Sleeper;
import dev.pollen.platform.StandardError;
import dev.pollen.platform.VirtualSleeper;
import dev.pollen.time.Clock;
import dev.pollen.time.VirtualClock;
import org.jspecify.annotations.Nullable;

/** The settings of an executor, as they are collected. */
final class ExecutorBuilder implements Executor.Builder {
    private Clock clock = Clock.monotonic();
    private @Nullable Runnable pender;
    private boolean timing;
    private String name = "unnamed";
    private @Nullable Sleeper sleeper;
    private @Nullable RunOrder order;
    private UncaughtHandler uncaught = new PrintingHandler();

    private Scheduling scheduling = Scheduling.FIFO;
    private @Nullable Trace trace;

    ExecutorBuilder() {}

    @Override
    public Executor.Builder clock(Clock c) {
        clock = given(c, "clock");
        return this;
    }

    @Override
    public Executor.Builder pender(Runnable r) {
        pender = given(r, "pender");
        return this;
    }

    @Override
    public Executor.Builder timing(boolean on) {
        timing = on;
        return this;
    }

    @Override
    public Executor.Builder name(String n) {
        name = given(n, "name");
        return this;
    }

    @Override
    public Executor.Builder sleeper(Sleeper s) {
        sleeper = given(s, "sleeper");
        return this;
    }

    @Override
    public Executor.Builder uncaught(UncaughtHandler h) {
        uncaught = given(h, "handler");
        return this;
    }

    @Override
    public Executor.Builder order(RunOrder o) {
        order = given(o, "order");
        return this;
    }

    @Override
    public Executor.Builder scheduling(Scheduling s) {
        scheduling = given(s, "scheduling");
        return this;
    }

    @Override
    public Executor.Builder trace(Trace t) {
        trace = given(t, "trace");
        return this;
    }

    @Override
    public Executor build() {
        return new Executor(this);
    }

    Clock clock() {
        return clock;
    }

    @Nullable
    Runnable pender() {
        return pender;
    }

    boolean timing() {
        return timing;
    }

    String name() {
        return name;
    }

    Sleeper sleeper() {
        if (sleeper != null) {
            return sleeper;
        }
        return clock instanceof VirtualClock virtual ? new VirtualSleeper(virtual) : new ParkingSleeper();
    }

    @Nullable
    RunOrder order() {
        return order;
    }

    Scheduling scheduling() {
        return scheduling;
    }

    @Nullable
    Trace trace() {
        return trace;
    }

    UncaughtHandler uncaught() {
        return uncaught;
    }

    private static <T> T given(@Nullable T value, String what) {
        if (value == null) {
            throw new NullPointerException("an executor's ".concat(what).concat(" cannot be null"));
        }
        return value;
    }

    private static final class PrintingHandler implements UncaughtHandler {
        @Override
        public void uncaught(String task, Throwable thrown) {
            StandardError.print("task ".concat(task).concat(" failed"), thrown);
        }
    }
}
