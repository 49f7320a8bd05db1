// SPDX-License-Identifier: Apache-2.0
package demo;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.blockOn;

import dev.pollen.Future;
import dev.pollen.Pollen;
import dev.pollen.annotations.Async;
import dev.pollen.futures.Futures;
import dev.pollen.futures.Retry;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import java.io.IOException;

class Exceptions {
    @Async
    static Future.OfInt read() throws IOException {
        return Future.ready(1);
    }

    @Async
    static Future<Void> unchecked() throws IllegalStateException {
        return Future.done();
    }

    @Async
    static Future<Void> kept(int n) throws IOException, TimeoutException {
        await(read());
        await((n == 0 ? read() : read()));
        await(switch (n) {
            case 0 -> read();
            default -> {
                yield read();
            }
        });
        await(Futures.select(read(), Futures.join(Timer.afterMillis(1), read())));
        await(Timeout.after(read(), 5));
        await(Futures.retry(Retry.attempts(2), () -> read()));
        await(Futures.then(Timer.afterMillis(1), x -> {
            return read();
        }));
        Future<Void> fine = unchecked();
        return unchecked();
    }

    @Async
    static Future.OfInt passedOn() throws IOException {
        return read();
    }

    @Async
    static Future<Void> broken() throws IOException, TimeoutException {
        Future.OfInt f = read(); // POLLEN-021 read declares java.io.IOException
        read(); // POLLEN-021
        read().get(); // POLLEN-021
        take(
                Exceptions.read()); // POLLEN-021
        var r = Futures.retry(Retry.attempts(2), () -> read()); // POLLEN-021 retry declares java.io.IOException
        var t = Timeout.after(Futures.yieldNow(), 5); // POLLEN-021 after declares dev.pollen.time.TimeoutException
        await(Futures.borrow(f));
        return Future.done();
    }

    @Async
    static Future<Void> blocks(int n) throws Exception {
        await(async(() -> {
            if (n == 0) {
                throw new IOException();
            }
            return read();
        }));
        await(Futures.join(async(() -> read()), async(Exceptions::read)));
        await(async(() -> async(() -> Future.ready(await(read())))));
        Future<Void> fine = async(() -> {
            await(Timer.afterMillis(1));
            return Future.done();
        });
        var f = asyncInt(() -> read()); // POLLEN-021 the async block declares java.io.IOException
        take(asyncInt(Exceptions::read)); // POLLEN-021
        return async(() -> {
            var g = asyncInt(() -> read()); // POLLEN-021
            return Future.ready(await(asyncInt(() -> read())) > 0 ? null : await(fine));
        });
    }

    static Future.OfInt wrappedBlock() throws IOException {
        return asyncInt(() -> read()); // POLLEN-021
    }

    static int blockingBlock() throws IOException {
        return blockOn(asyncInt(() -> read()));
    }

    static void take(Future.OfInt future) {}

    static Future.OfInt wrapper() throws IOException {
        return read(); // POLLEN-021
    }

    static int blocking() throws IOException {
        return Pollen.blockOn(read()) + blockOn(read());
    }
}
