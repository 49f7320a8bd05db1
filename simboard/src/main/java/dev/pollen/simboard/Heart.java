// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.Context;
import dev.pollen.Describable;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.WaitDescription;
import dev.pollen.Waker;
import dev.pollen.time.Timer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What the board's own task awaits: it never ends, and lets the hardware's events happen when they are due. A timer of the
 * executor stands for the next of them, so a test that moves the virtual clock from deadline to deadline stops at each.
 */
final class Heart implements Future<Void>, Describable {
    private final SimTime time;
    private final Queue<Runnable> outside = new ConcurrentLinkedQueue<>();
    private final Timer alarm = new Timer();
    private long armedFor = SimTime.NEVER;
    private volatile @Nullable Waker waker;

    Heart(SimTime time) {
        this.time = time;
        time.onEarlier(this::wake);
    }

    /** Has something done on the executor's thread; from any thread. */
    void fromOutside(Runnable change) {
        outside.add(change);
        wake();
    }

    private void wake() {
        Waker task = waker;
        if (task != null) {
            task.wake();
        }
    }

    @Override
    public Poll poll(Context cx) {
        Waker own = cx.waker();
        waker = own;
        for (Runnable change = outside.poll(); change != null; change = outside.poll()) {
            change.run();
        }
        while (true) {
            if (time.run()) {
                own.wake();
                return Poll.PENDING;
            }
            long next = time.next();
            if (next == SimTime.NEVER) {
                alarm.cancel();
                armedFor = next;
                return Poll.PENDING;
            }
            if (next != armedFor) {
                Timer.at$in(next, alarm);
                armedFor = next;
            }
            if (alarm.poll(cx) == Poll.PENDING) {
                return Poll.PENDING;
            }
            armedFor = SimTime.NEVER;
        }
    }

    @Override
    public @Nullable Void get() {
        throw new IllegalStateException("the hardware never ends");
    }

    @Override
    public void cancel() {
        waker = null;
        alarm.cancel();
    }

    @Override
    public void describeWait(WaitDescription to) {
        to.reason("the hardware's next event");
    }
}
