// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

/** A trace and the executor that it is told of. */
final class Tracing {
    private final Trace trace;
    private final Executor executor;

    Tracing(Trace trace, Executor executor) {
        this.trace = trace;
        this.executor = executor;
    }

    void pollStart() {
        trace.pollStart(executor);
    }

    void taskNew(TaskRecord task) {
        trace.taskNew(executor, task);
    }

    void taskEnd(TaskRecord task) {
        trace.taskEnd(executor, task);
    }

    void taskExecBegin(TaskRecord task) {
        trace.taskExecBegin(executor, task);
    }

    void taskExecEnd(TaskRecord task) {
        trace.taskExecEnd(executor, task);
    }

    void taskReadyBegin(TaskRecord task) {
        trace.taskReadyBegin(executor, task);
    }

    void executorIdle() {
        trace.executorIdle(executor);
    }
}
