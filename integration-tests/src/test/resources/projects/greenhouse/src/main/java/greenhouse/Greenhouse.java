// SPDX-License-Identifier: Apache-2.0
package greenhouse;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.sync.Channel;
import dev.pollen.sync.ChannelClosedException;
import dev.pollen.sync.Notification;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import java.util.function.Consumer;

/** What happens in a greenhouse. */
final class Greenhouse {
    private static final int WARM = 25;

    private Greenhouse() {}

    /** Waters a bed, once. */
    @AsyncTask
    static Task<Void> water(Switch valve, long millis) {
        valve.set(true);
        await(Timer.afterMillis(millis));
        valve.set(false);
        return Task.done();
    }

    /** Keeps the vent open while it is warm, for ever. */
    @AsyncTask
    static Task<Void> ventilate(Channel<Integer> degrees, Switch vent) {
        boolean open = false;
        while (true) {
            boolean warm = await(degrees.receive()) > WARM;
            if (warm != open) {
                open = warm;
                vent.set(open);
            }
        }
    }

    /** The mean of some readings, each of which comes within a second. */
    @Async
    static Future.OfInt mean(Channel<Integer> degrees, int readings) throws NoReadingException {
        int sum = 0;
        for (int i = 0; i < readings; i++) {
            try {
                sum += await(Timeout.after(degrees.receive(), 1_000));
            } catch (TimeoutException e) {
                throw new NoReadingException("no reading after " + i);
            }
        }
        return Future.ready(sum / readings);
    }

    /** Sprays when somebody presses the button, once. */
    @AsyncTask
    static Task<Void> spray(Notification button, Switch pump) {
        await(button.notified());
        pump.set(true);
        return Task.done();
    }

    /** Measures each second, for a while. */
    @AsyncTask
    static Task<Void> measure(Channel<Integer> degrees, int seconds) {
        for (int i = 1; i <= seconds; i++) {
            await(Timer.afterMillis(1_000));
            await(degrees.send(20 + i));
        }
        degrees.close();
        return Task.done();
    }

    /** Reports each reading. */
    @AsyncTask
    static Task<Void> report(Channel<Integer> degrees, Consumer<String> line) {
        try {
            while (true) {
                line.accept(await(degrees.receive()) + " degrees");
            }
        } catch (ChannelClosedException e) {
            return Task.done();
        }
    }
}
