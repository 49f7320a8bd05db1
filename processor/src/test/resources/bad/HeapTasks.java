// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.AllowAllocation;
import dev.pollen.annotations.NoAllocation;
import dev.pollen.executor.Spawner;
import java.util.function.Function;

/** Task.of makes a task on the heap: an error under @NoAllocation, in any code. */
@NoAllocation
final class HeapTasks {
    static final Function<Future<Void>, Task<Void>> MAKER = Task::of; // POLLEN-037 HeapTasks is marked

    private HeapTasks() {}

    static void start(Spawner spawner, Future<Void> future) {
        spawner.spawn(Task.of(future)); // POLLEN-037 Task.of allocates each time that it runs: mark a method @AsyncTask
    }

    @AllowAllocation
    static void accepted(Spawner spawner, Future<Void> future) {
        spawner.spawn(Task.of(future));
    }

    static final class Nested {
        private Nested() {}

        static Task<Void> later(Future<Void> future) {
            Runnable r = () -> Task.of(future); // POLLEN-037
            r.run();
            return null;
        }
    }
}

final class Free {
    private Free() {}

    static Task<Void> of(Future<Void> future) {
        return Task.of(future);
    }

    @NoAllocation
    static Task<Void> marked(Future<Void> future) {
        return Task.of(future); // POLLEN-037 Free.marked is marked @NoAllocation
    }
}
