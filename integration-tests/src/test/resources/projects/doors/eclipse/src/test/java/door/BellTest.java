// SPDX-License-Identifier: Apache-2.0
package door;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.time.VirtualClock;
import org.junit.jupiter.api.Test;

/** Async code of the tests, which has frames of the module's own classes in its frame. */
class BellTest {
    private static int sum;

    @AsyncTask
    static Task<Void> add() {
        sum = await(Bell.volume("loud")) + await(Bell.delayed(7));
        return Task.done();
    }

    @Test
    void rings() {
        try (Executor executor = Executor.on(new VirtualClock())) {
            executor.run(spawner -> spawner.spawn(add()));
        }
        assertEquals(17, sum);
    }
}
