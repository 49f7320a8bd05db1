// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.scope;

import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskRecord;
import dev.pollen.executor.Trace;
import dev.pollen.hal.Level;
import dev.pollen.hal.Output;
import dev.pollen.simboard.SimBoard;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Drives one pin for each task, high while the task is polled: to see on an {@link Oscilloscope} which task holds the
 * processor, and for how long.
 *
 * <p>Give it to an executor as its trace, and connect it to pins when the board is there. The first task that runs gets the
 * first pin, and so on; tasks that find no pin left are not shown. The board's own task is not shown, either.
 *
 * <p>Threading: on the executor's thread. Allocation: when a slot of a task is first seen.
 */
public final class TaskPins implements Trace {
    private final Map<TaskRecord, Output> assigned = new IdentityHashMap<>();
    private final Queue<String> free = new ArrayDeque<>();
    private @Nullable SimBoard board;
    private @Nullable Oscilloscope scope;

    /** Drives no pin yet. */
    public TaskPins() {}

    /**
     * Connects it.
     *
     * @param to the board that the executor runs
     * @param recorder what records the pins, under the names of the tasks
     * @param pins the names of pins, one for each task
     */
    public void connect(SimBoard to, Oscilloscope recorder, String... pins) {
        board = to;
        scope = recorder;
        free.addAll(List.of(pins));
    }

    @Override
    public void taskExecBegin(Executor executor, TaskRecord task) {
        Output pin = assigned.get(task);
        if (pin == null && !free.isEmpty() && !task.name().equals(SimBoard.TASK)) {
            pin = assign(task);
        }
        if (pin != null) {
            pin.setHigh();
        }
    }

    private Output assign(TaskRecord task) {
        String name = free.remove();
        scope.probe(task.index() == 0 ? task.name() : task.name() + "_" + task.index(), board.pin(name));
        Output pin = board.output(board.peripherals().take(name), Level.LOW);
        assigned.put(task, pin);
        return pin;
    }

    @Override
    public void taskExecEnd(Executor executor, TaskRecord task) {
        Output pin = assigned.get(task);
        if (pin != null) {
            pin.setLow();
        }
    }
}
