// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.executor.Executor;
import dev.pollen.hal.InterruptController;
import dev.pollen.hal.InterruptHandler;
import dev.pollen.platform.InterruptContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interrupt controller with priorities that nest, as those of microcontrollers do.
 *
 * <pre>
 *                 raised               taken: enabled, not masked, more urgent than what runs
 *   inactive ------------> pending ------------------------------------------------> running
 *       ^                     |  unpend                                                 |
 *       '---------------------+---------------------------------------------------------'
 * </pre>
 *
 * A handler that runs can be raised again, and runs once more afterwards. Handlers run on the executor's thread, on top of
 * whatever runs there: in the board's own task, or where a driver looks at its peripheral.
 */
public final class SimInterrupts implements InterruptController {
    /** Less urgent than any interrupt: what tasks run at. */
    private static final int TASKS = 256;

    private static final int LEAST_URGENT = 15;

    private final String machine;
    private final SimTime time;
    private final Line[] lines;
    private boolean masked;
    private int running = TASKS;

    SimInterrupts(String machine, SimTime time, List<String> names) {
        this.machine = machine;
        this.time = time;
        lines = names.stream().distinct().map(Line::new).toArray(Line[]::new);
    }

    private static final class Line {
        private final String name;
        private @Nullable InterruptHandler handler;
        private boolean enabled;
        private boolean pending;
        private int priority;
        private long taken;

        Line(String name) {
            this.name = name;
        }
    }

    private @Nullable Line find(String interrupt) {
        for (Line line : lines) {
            if (line.name.equals(interrupt)) {
                return line;
            }
        }
        return null;
    }

    private Line line(String interrupt) {
        Line line = find(interrupt);
        if (line == null) {
            throw new IllegalArgumentException("there is no interrupt " + interrupt + " on " + machine);
        }
        return line;
    }

    @Override
    public boolean has(String interrupt) {
        return find(interrupt) != null;
    }

    @Override
    public void setHandler(String interrupt, @Nullable InterruptHandler handler) {
        Line line = line(interrupt);
        line.handler = handler;
        line.enabled &= handler != null;
    }

    @Override
    public void enable(String interrupt) {
        Line line = line(interrupt);
        if (line.handler == null) {
            throw new IllegalStateException("interrupt " + interrupt + " cannot be enabled: no handler is bound to it");
        }
        line.enabled = true;
        take();
    }

    @Override
    public void disable(String interrupt) {
        line(interrupt).enabled = false;
    }

    @Override
    public boolean isEnabled(String interrupt) {
        return line(interrupt).enabled;
    }

    @Override
    public void pend(String interrupt) {
        raise(interrupt);
    }

    @Override
    public void unpend(String interrupt) {
        line(interrupt).pending = false;
    }

    @Override
    public boolean isPending(String interrupt) {
        return line(interrupt).pending;
    }

    @Override
    public void setPriority(String interrupt, int priority) {
        if (priority < 0 || priority > LEAST_URGENT) {
            throw new IllegalArgumentException(
                    "the priority of an interrupt is from 0, the most urgent, to 15, and is " + priority);
        }
        line(interrupt).priority = priority;
        take();
    }

    @Override
    public int priority(String interrupt) {
        return line(interrupt).priority;
    }

    @Override
    public boolean maskAll(boolean all) {
        boolean before = masked;
        masked = all;
        take();
        return before;
    }

    /**
     * How often the handler of an interrupt has run.
     *
     * @param interrupt the name
     * @return how often
     * @throws IllegalArgumentException if there is no such interrupt
     */
    public long taken(String interrupt) {
        return line(interrupt).taken;
    }

    /** Makes an interrupt pending, and runs what may run. */
    void raise(String interrupt) {
        line(interrupt).pending = true;
        take();
    }

    private void take() {
        Line line = mostUrgent();
        while (line != null) {
            line.pending = false;
            line.taken++;
            time.interruptTaken();
            int before = running;
            running = line.priority;
            handle(line.handler);
            running = before;
            line = mostUrgent();
        }
    }

    private static void handle(@Nullable InterruptHandler handler) {
        if (handler == null) {
            return;
        }
        InterruptContext.enter();
        try {
            handler.handle();
        } catch (Throwable thrown) {
            Executor.reportUncaught(thrown);
        } finally {
            InterruptContext.exit();
        }
    }

    /** The interrupt to be taken now, if there is one. */
    private @Nullable Line mostUrgent() {
        if (masked) {
            return null;
        }
        Line best = null;
        for (Line line : lines) {
            if (line.pending
                    && line.enabled
                    && line.priority < running
                    && (best == null || line.priority < best.priority)) {
                best = line;
            }
        }
        return best;
    }
}
