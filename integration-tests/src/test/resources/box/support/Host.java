// SPDX-License-Identifier: Apache-2.0
package box.support;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;

/** The task that a program runs in where it is aborted. Its pool has one slot. */
final class Host {
    private Host() {}

    @AsyncTask
    static Task<String> run(Future<String> program) {
        return Task.ready(await(program));
    }
}
