// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.NotWovenError;
import dev.pollen.Poll;
import dev.pollen.StateMachine;
import dev.pollen.Waker;
import dev.pollen.platform.RemoteLink;
import org.jspecify.annotations.Nullable;

/** The first 28 bytes of a task's frame. */
public abstract class TaskHeader extends RemoteLink implements Waker, StateMachine {
    /** The next task in its executor's own list; null while it is in none. */
    @Nullable
    TaskHeader local;

    protected TaskHeader() {}

    @Override
    public final void wake() {}

    @Override
    public Poll poll(Context cx) {
        throw new NotWovenError(at(START));
    }

    @Override
    public int state() {
        return START;
    }

    @Override
    public void state(int state) {}

    @Override
    public @Nullable Future<?> child(int state) {
        return null;
    }

    @Override
    public void clear() {}

    @Override
    public String at(int state) {
        return getClass().getName();
    }
}
