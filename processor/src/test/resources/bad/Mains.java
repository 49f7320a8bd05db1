// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;

class Mains {
    @AsyncMain
    static Task<Void> unmarked() { // POLLEN-019 an application cannot start with Mains.unmarked: it is not an @AsyncTask
        return Task.done();
    }

    @AsyncMain
    @Async
    static Future<Void> function() { // POLLEN-019 it is not an @AsyncTask
        return Future.done();
    }

    @AsyncMain
    @AsyncTask
    Task<Void> instance() { // POLLEN-019 it is not static
        return Task.done();
    }

    @AsyncMain
    @AsyncTask
    private static Task<Void> hidden() { // POLLEN-019 hidden is private
        return Task.done();
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> wrong(String[] args, Spawner spawner) { // POLLEN-019 its parameters are
        return Task.done();
    }

    @AsyncMain
    @AsyncTask
    static <T> Task<Void> generic() { // POLLEN-019 it has type parameters
        return Task.done();
    }

    private static class Secret {
        @AsyncMain
        @AsyncTask
        static Task<Void> main() { // POLLEN-019 Secret is private
            return Task.done();
        }
    }
}
