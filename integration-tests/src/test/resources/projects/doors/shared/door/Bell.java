// SPDX-License-Identifier: Apache-2.0
package door;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.util.List;

/** What a compiler may write in its own way: switches, clean-up, blocks, local classes, overriding. */
public final class Bell {
    private static final VirtualClock CLOCK = new VirtualClock();

    private Bell() {}

    /** Rings. */
    interface Ringer {
        /** Gives the sound. */
        @Async
        Future<String> ring(int times);
    }

    record Loud(String sound) implements Ringer {
        @Async
        @Override
        public Future<String> ring(int times) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < times; i++) {
                await(Timer.afterMillis(10));
                all.append(sound);
            }
            return Future.ready(all.toString());
        }
    }

    @Async
    static Future.OfInt volume(String word) {
        try {
            return Future.ready(
                    switch (word) {
                        case "soft" -> await(delayed(1));
                        case "loud" -> await(delayed(9)) + await(delayed(1));
                        default -> throw new IllegalArgumentException(word);
                    });
        } finally {
            await(Timer.afterMillis(1));
        }
    }

    @Async
    static Future.OfInt delayed(int value) {
        await(Timer.afterMillis(value));
        return Future.ready(value);
    }

    @AsyncTask
    static Task<Void> visit(List<String> words) {
        Ringer quiet = new Ringer() {
            @Async
            @Override
            public Future<String> ring(int times) {
                await(Timer.afterMillis(times));
                return Future.ready("psst");
            }
        };
        for (String word : words) {
            int volume;
            try {
                volume = await(volume(word));
            } catch (IllegalArgumentException e) {
                volume = await(async(() -> {
                    await(Timer.afterMillis(3));
                    return Future.ready(word.length());
                }));
            }
            Ringer ringer = volume > 5 ? new Loud("ding ") : quiet;
            String sound = await(ringer.ring(volume / 2));
            System.out.println(CLOCK.now() / 1_000_000 + " ms: " + word + " " + volume + " " + sound.strip());
        }
        return Task.done();
    }

    public static void main(String[] args) {
        try (Executor executor = Executor.on(CLOCK)) {
            executor.run(spawner -> spawner.spawn(visit(List.of("soft", "loud", "whatever"))));
        }
    }
}
