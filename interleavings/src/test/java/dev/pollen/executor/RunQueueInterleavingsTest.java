// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.Waker;
import dev.pollen.interleavings.EventLoop;
import dev.pollen.interleavings.Interleavings;
import dev.pollen.interleavings.Mutation;
import dev.pollen.interleavings.Scenario;
import dev.pollen.platform.RemoteLink;
import dev.pollen.platform.RemoteQueue;
import org.junit.jupiter.api.Test;

/** The run queue takes over what two threads have woken: each task once, first woken, first polled. */
final class RunQueueInterleavingsTest {
    /** One thread wakes two tasks, another one a third, while a round runs. */
    static final class WakesOfThreeTasks extends Scenario {
        private final EventLoop loop = new EventLoop();
        private final Logged[] tasks = {new Logged(this, 1), new Logged(this, 2), new Logged(this, 3)};
        private int log;

        @Override
        protected Scenario fresh() {
            return new WakesOfThreeTasks();
        }

        @Override
        protected void execute() throws Exception {
            for (Logged task : tasks) {
                loop.executor().spawner().spawn(Task.of(task));
            }
            loop.turn();
            log = 0;
            Thread two = start(0);
            Thread one = start(2);
            loop.turn();
            two.join();
            one.join();
            loop.turnUntilIdle();
            check(log == 123 || log == 132 || log == 312, "a task was lost, doubled or overtaken");
        }

        @Override
        protected void execute(int thread) {
            tasks[thread].waker.wake();
            if (thread == 0) {
                tasks[1].waker.wake();
            }
        }
    }

    /** Writes its digit at each poll. */
    private static final class Logged implements Future<Void> {
        private final WakesOfThreeTasks scenario;
        private final int digit;
        private Waker waker;

        Logged(WakesOfThreeTasks scenario, int digit) {
            this.scenario = scenario;
            this.digit = digit;
        }

        @Override
        public Poll poll(Context cx) {
            if (waker == null) {
                waker = cx.waker();
            }
            cx.waker();
            scenario.log = scenario.log * 10 + digit;
            return Poll.PENDING;
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {}
    }

    /** What is broken on purpose. */
    static final class Broken {
        private Broken() {}

        static RemoteLink newestFirst(RemoteQueue queue) {
            RemoteLink[] taken = new RemoteLink[3];
            int count = 0;
            RemoteLink link = queue.takeAll();
            while (link != null) {
                taken[count++] = link;
                link = RemoteQueue.release(link);
            }
            RemoteQueue turned = new RemoteQueue();
            while (count > 0) {
                turned.offer(taken[--count]);
            }
            return turned.takeAll();
        }
    }

    @Test
    void eachTaskIsPolledOnceInTheOrderOfTheWakes() {
        Interleavings.of(WakesOfThreeTasks.class, 400).hold();
    }

    @Test
    void aTakeOverInTheOrderOfAStackIsFound() {
        Interleavings.of(WakesOfThreeTasks.class, 400)
                .find(
                        "a task was lost, doubled or overtaken",
                        Mutation.in(RunQueue.class, "takeOver").replace("takeAll", Broken.class, "newestFirst"));
    }
}
