// SPDX-License-Identifier: Apache-2.0
package dev.pollen.benchmarks;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.select;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.sync.Channel;

/** Tasks that send and receive; each gives how many messages it has received. */
final class Messages {
    private static final String MESSAGE = "message";

    private Messages() {}

    @AsyncTask
    static Task<Void> producer(Channel<String> to, int count) {
        for (int left = count; left != 0; left--) {
            await(to.send(MESSAGE));
        }
        return Task.done();
    }

    @AsyncTask
    static Task.OfInt consumer(Channel<String> from, int count) {
        int received = 0;
        for (int left = count; left != 0; left--) {
            if (await(from.receive()) != null) {
                received++;
            }
        }
        return Task.ready(received);
    }

    @AsyncTask
    static Task.OfInt ping(Channel<String> to, Channel<String> from, int count) {
        int received = 0;
        for (int left = count; left != 0; left--) {
            await(to.send(MESSAGE));
            if (await(from.receive()) != null) {
                received++;
            }
        }
        return Task.ready(received);
    }

    @AsyncTask
    static Task<Void> pong(Channel<String> from, Channel<String> to, int count) {
        for (int left = count; left != 0; left--) {
            await(to.send(await(from.receive())));
        }
        return Task.done();
    }

    @AsyncTask
    static Task.OfInt selecting(Channel<String> first, Channel<String> second, int count) {
        int received = 0;
        for (int left = count; left != 0; left--) {
            var r = await(select(first.receive(), second.receive()));
            if (r.isFirst() && r.first().get() != null) {
                received++;
            }
        }
        return Task.ready(received);
    }

    @AsyncTask
    static Task.OfInt selectingOwn(Channel<String> first, Channel<String> second, int count) {
        int received = 0;
        for (int left = count; left != 0; left--) {
            first.trySend(MESSAGE);
            var r = await(select(first.receive(), second.receive()));
            if (r.isFirst() && r.first().get() != null) {
                received++;
            }
        }
        return Task.ready(received);
    }
}
