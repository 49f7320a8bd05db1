// SPDX-License-Identifier: Apache-2.0
package thermostat;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AllowAllocation;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;

/** An application that starts with a task. */
final class Boot {
    private Boot() {}

    @AsyncMain
    @AsyncTask
    @AllowAllocation // runs once
    static Task<Void> boot(Spawner spawner, String[] args) {
        int answer = await(spawner.submit(answer(args.length)));
        System.out.println("answer " + answer);
        return Task.done();
    }

    @AsyncTask
    static Task.OfInt answer(int arguments) {
        return Task.ready(42 + arguments);
    }
}
