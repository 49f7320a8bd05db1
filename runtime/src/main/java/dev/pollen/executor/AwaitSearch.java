// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.StateMachine;
import dev.pollen.WaitDescription;
import dev.pollen.Waker;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a task awaits a future, itself or through others: for futures that are polled by one task while
 * another one's waker is registered. That may be right, as when it was lent to a combinator that has ended; it is a
 * mistake when the other task still awaits it.
 */
public final class AwaitSearch implements WaitDescription {
    private static final int DEEPEST = 64;

    private final Future<?> sought;
    private boolean found;
    private int depth;

    private AwaitSearch(Future<?> sought) {
        this.sought = sought;
    }

    /**
     * Refuses a poll by one task of a future that another one awaits.
     *
     * @param future the future that is polled
     * @param name how it is called in the message
     * @param registered the waker of its last poll
     * @param polling the waker of this poll
     * @throws IllegalStateException if both are tasks, and the first still awaits the future
     */
    public static void refuseSecondTask(Object future, String name, Waker registered, Waker polling) {
        if (future instanceof Future<?> sought
                && registered instanceof TaskHeader first
                && polling instanceof TaskHeader second
                && first.record != null
                && first.record.owner != null) {
            AwaitSearch search = new AwaitSearch(sought);
            search.child(Awaited.by(first));
            if (search.found) {
                throw new IllegalStateException(name.concat(" is awaited by task ")
                        .concat(nameOf(first))
                        .concat(" and was polled by task ")
                        .concat(nameOf(second))
                        .concat(
                                ": a future is used by one task at a time; let each task call the method for a future of"
                                        + " its own"));
            }
        }
    }

    private static String nameOf(TaskHeader task) {
        TaskRecord record = task.record;
        return record == null ? task.getClass().getName() : record.name();
    }

    @Override
    public void reason(String text) {
        // Only children lead on.
    }

    @Override
    public void child(@Nullable Future<?> future) {
        if (future == sought) {
            found = true;
        } else if (!found && depth < DEEPEST) {
            depth++;
            StateMachine frame = Awaited.frame(future);
            if (frame != null) {
                child(Awaited.by(frame));
            } else if (future instanceof Describable describable) {
                describable.describeWait(this);
            }
            depth--;
        }
    }
}
