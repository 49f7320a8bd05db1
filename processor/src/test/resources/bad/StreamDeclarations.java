// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.AsyncStream;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import java.io.IOException;

class StreamDeclarations {
    @Async
    synchronized AsyncStream<Integer> locked() { // POLLEN-003
        return AsyncStream.end();
    }

    @Async
    static AsyncStream<Integer> checked() throws IOException, IllegalStateException { // POLLEN-032 StreamDeclarations.checked is a generator and declares java.io.IOException,
        return AsyncStream.end();
    }

    @Async
    static <E extends Exception> AsyncStream<Integer> generic() throws E { // POLLEN-032 declares E,
        return AsyncStream.end();
    }

    @AsyncTask
    static AsyncStream<Integer> spawned() { // POLLEN-033 StreamDeclarations.spawned is a task and returns a stream
        return AsyncStream.end();
    }

    @AsyncTask
    static AsyncStream.OfInt spawnedInts() { // POLLEN-033
        return AsyncStream.OfInt.end();
    }

    interface Source {
        @Async
        AsyncStream<Integer> numbers(); // POLLEN-013 an abstract generator is not supported here yet: a stream is placed where its class is known. Take the mark away here,
    }
}
