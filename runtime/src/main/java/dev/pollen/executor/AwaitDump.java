// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.StateMachine;
import dev.pollen.WaitDescription;
import org.jspecify.annotations.Nullable;

/**
 * What a task awaits, from the task down to the futures that wait for something: one line each, indented by depth.
 *
 * <p>It reads what the task's thread may be changing, so it trusts nothing: a depth limit ends it, and what throws is
 * left out.
 */
final class AwaitDump implements WaitDescription {
    private static final int DEEPEST = 64;

    private final StringBuilder text;
    private int depth = 1;

    private AwaitDump(StringBuilder text) {
        this.text = text;
    }

    /** Appends the lines of a suspended task; the first await is not repeated. */
    static void append(StateMachine task, StringBuilder text) {
        new AwaitDump(text).below(task);
    }

    private void below(StateMachine frame) {
        child(Awaited.by(frame));
    }

    @Override
    public void reason(String reason) {
        line().append("waits for ").append(reason).append('\n');
    }

    @Override
    public void child(@Nullable Future<?> future) {
        if (future == null || depth > DEEPEST) {
            return;
        }
        int length = text.length();
        try {
            StateMachine frame = Awaited.frame(future);
            if (frame != null) {
                String at = Awaited.at(frame);
                if (at != null) {
                    line().append("at ").append(at).append('\n');
                    depth++;
                    below(frame);
                    depth--;
                }
            } else if (future instanceof Describable describable) {
                describable.describeWait(this);
            } else {
                reason(future.getClass().getName());
            }
        } catch (RuntimeException moved) {
            text.setLength(length);
        }
    }

    private StringBuilder line() {
        for (int i = 0; i < depth; i++) {
            text.append("  ");
        }
        return text;
    }
}
