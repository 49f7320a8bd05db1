// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskRecord;
import dev.pollen.executor.Trace;

/** Writes what tasks do to a log, once a test wants it. */
final class TaskStory implements Trace {
    private final EventLog log;
    private boolean told;

    TaskStory(EventLog log) {
        this.log = log;
    }

    void tell() {
        told = true;
    }

    @Override
    public void taskNew(Executor executor, TaskRecord task) {
        say(task, "starts");
    }

    @Override
    public void taskExecBegin(Executor executor, TaskRecord task) {
        say(task, "is polled");
    }

    @Override
    public void taskEnd(Executor executor, TaskRecord task) {
        say(task, "ends");
    }

    private void say(TaskRecord task, String what) {
        if (told) {
            log.event(task.name() + "[" + task.index() + "] " + what);
        }
    }
}
