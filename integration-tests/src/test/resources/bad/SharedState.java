// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.executor.InterruptExecutor;
import dev.pollen.executor.Spawner;
import dev.pollen.sync.Channel;
import dev.pollen.sync.Mutex;
import dev.pollen.time.Timer;
import java.util.ArrayList;
import java.util.List;

/** Objects that two threads change. */
final class SharedState {
    private final State state = new State();

    private SharedState() {}

    static final class State {
        int count;
    }

    static final class Fixed {
        final int count = 3;
    }

    static final class Guarded {
        private int count;

        synchronized void add() {
            count++;
        }
    }

    @AsyncTask(poolSize = 8)
    static Task<Void> use(Object shared) {
        await(Timer.afterMillis(1));
        return Task.done();
    }

    @AsyncTask(poolSize = 8)
    static Task<Void> count(State state, int n) {
        await(Timer.afterMillis(1));
        state.count += n;
        return Task.done();
    }

    static void twoExecutors(Spawner spawner, Executor.Builder settings) {
        InterruptExecutor urgent = InterruptExecutor.start(settings, 9);
        State state = new State();
        spawner.spawn(count(state, 1));
        urgent.spawner().spawn(count(state, 2)); // POLLEN-050

        byte[] raw = new byte[4];
        spawner.spawn(use(raw));
        urgent.spawner().submit(use(raw)); // POLLEN-050

        List<String> list = new ArrayList<>();
        Spawner high = urgent.spawner();
        var task = use(list);
        high.spawn(task);
        spawner.trySpawn(use(list)); // POLLEN-050

        Channel<String> local = Channel.local(3);
        high.spawn(use(local));
        spawner.spawn(use(local)); // POLLEN-050
    }

    void parameters(Spawner high, Spawner low) {
        high.spawn(count(state, 1));
        low.spawn(count(state, 2)); // POLLEN-050
    }

    static void fine(Spawner spawner, Executor executor) {
        Executor other = new Executor();
        Fixed fixed = new Fixed();
        spawner.spawn(use(fixed));
        other.spawner().spawn(use(fixed));

        Guarded guarded = new Guarded();
        spawner.spawn(use(guarded));
        other.spawner().spawn(use(guarded));

        Channel<String> channel = Channel.of(3);
        spawner.spawn(use(channel));
        other.spawner().spawn(use(channel));

        spawner.spawn(use(new State()));
        other.spawner().spawn(use(new State()));

        State one = new State();
        spawner.spawn(count(one, 1));
        spawner.executor().spawner().spawn(count(one, 2));
        executor.spawner().spawn(count(one, 2));

        Mutex<State> mutex = Mutex.of(new State());
        spawner.spawn(use(mutex));
        other.spawner().spawn(use(mutex));
        spawner.spawn(use("text"));
        other.spawner().spawn(use("text"));
    }

    @SuppressWarnings("pollen:050") // the second task begins when the first has ended
    static void meant(Spawner high, Spawner low) {
        State state = new State();
        high.spawn(count(state, 1));
        low.spawn(count(state, 2));
    }
}
