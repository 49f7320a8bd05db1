// SPDX-License-Identifier: Apache-2.0
package guide;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.blockOn;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.select;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.executor.Executor;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.io.IOException;

/** The code of the page on async blocks. */
final class Blocks {
    private Blocks() {}

    @Async
    static Future.OfInt read(int channel) {
        await(Timer.afterMillis(10L * channel));
        return Future.ready(channel * 100);
    }

    @Async
    static Future.OfInt both() {
        var r = await(join(
                asyncInt(() -> {
                    int first = await(read(1));
                    int second = await(read(2));
                    return Future.ready(first + second);
                }),
                read(3)));
        return Future.ready(r.first().getAsInt() - r.second().getAsInt());
    }

    @Async
    static Future<String> button(boolean pressed) {
        var r = await(select(
                async(() -> {
                    await(Timer.afterMillis(pressed ? 5 : 50));
                    await(Timer.afterMillis(5)); // until the contact rests
                    return Future.ready("pressed");
                }),
                Timer.afterMillis(30)));
        return Future.ready(r.isFirst() ? r.first().get() : "nobody pressed");
    }

    @Async
    static Future<String> limited() throws IOException {
        try {
            return Future.ready(await(Timeout.after(
                    async(() -> {
                        int raw = await(read(2));
                        if (raw < 0) {
                            throw new IOException("no sensor");
                        }
                        return Future.ready("raw " + raw);
                    }),
                    100)));
        } catch (TimeoutException e) {
            return Future.ready("no answer");
        }
    }

    @Async
    static Future<String> captured() {
        int channel = 1;
        Future.OfInt later = asyncInt(() -> {
            System.out.println("the block runs");
            return Future.ready(await(read(channel)) + 1);
        });
        System.out.println("the block is made");
        return Future.ready("got " + await(later));
    }

    static int ordinary() {
        return blockOn(asyncInt(() -> Future.ready(await(read(1)) + await(read(2)))));
    }

    public static void main(String[] args) throws IOException {
        try (Executor executor = Executor.on(new VirtualClock())) {
            System.out.println(executor.blockOn(both()));
            System.out.println(executor.blockOn(button(true)));
            System.out.println(executor.blockOn(button(false)));
            System.out.println(executor.blockOn(limited()));
            System.out.println(executor.blockOn(captured()));
        }
        System.out.println(ordinary());
    }
}
