// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.sync.Channel;
import dev.pollen.time.Timer;
import java.util.Iterator;

/** Loops that never end and have turns without an await. */
final class EndlessLoops {
    private static final boolean ALWAYS = true;
    private int turns;

    private EndlessLoops() {}

    void step() {
        turns++;
    }

    boolean pressed() {
        return turns > 3;
    }

    @AsyncTask
    Task<Void> nothing() {
        while (true) { // POLLEN-045
            step();
            for (int i = 0; i < 10; i++) {
                step();
            }
        }
    }

    @AsyncTask
    Task<Void> empty() {
        for (;;) {} // POLLEN-045
    }

    @AsyncTask
    Task<Void> constant() {
        do { // POLLEN-045
            step();
        } while (ALWAYS);
    }

    @AsyncTask
    Task<Void> sometimes() {
        while (true) { // POLLEN-045
            if (pressed()) {
                await(Timer.afterMillis(10));
            }
        }
    }

    @AsyncTask
    Task<Void> goesOn(Channel<Integer> channel) {
        while (true) { // POLLEN-045
            if (!pressed()) {
                continue;
            }
            await(channel.receive());
        }
    }

    @AsyncTask
    Task<Void> inner() {
        while (true) {
            await(Timer.afterMillis(1));
            if (pressed()) {
                for (;;) { // POLLEN-045
                    step();
                }
            }
        }
    }

    @AsyncTask
    Task<Void> cases(int n) {
        outer:
        while (true) { // POLLEN-045
            switch (n) {
                case 1:
                    await(Timer.afterMillis(1));
                    break;
                case 2:
                    continue outer;
                default:
                    await(Timer.afterMillis(2));
            }
        }
    }

    static Future<Void> block(EndlessLoops loops) {
        return async(() -> {
            while (true) { // POLLEN-045
                loops.step();
            }
        });
    }

    @AsyncTask
    Task<Void> fine(Channel<Integer> channel, Iterator<Integer> numbers) {
        while (true) {
            while (pressed()) {
                step();
            }
            do {
                step();
            } while (pressed());
            for (int i = 0; i < 3; i++) {
                if (i == 2) {
                    break;
                }
                step();
            }
            if (pressed()) {
                await(Timer.afterMillis(1));
                continue;
            }
            switch (turns) {
                case 1 -> await(Timer.afterMillis(1));
                case 2 -> {
                    await(Timer.afterMillis(2));
                    continue;
                }
                default -> {
                    try {
                        step();
                    } finally {
                        await(Timer.afterMillis(3));
                    }
                }
            }
        }
    }

    enum Mode {
        FAST,
        SLOW
    }

    @AsyncTask
    static Task<Void> each(java.util.List<Timer> timers, Mode mode) {
        while (true) {
            for (Timer timer : timers) {
                await(timer);
            }
            while (true) {
                switch (mode) {
                    case FAST -> await(Timer.afterMillis(1));
                    case SLOW -> await(Timer.afterMillis(2));
                }
            }
        }
    }

    @Async
    Future.OfInt ends(Iterator<Integer> numbers) {
        int sum = 0;
        while (true) {
            if (!numbers.hasNext()) {
                return Future.ready(sum);
            }
            sum += numbers.next();
        }
    }

    @Async
    Future.OfInt fails(Iterator<Integer> numbers) {
        int sum = 0;
        try {
            while (true) {
                sum += numbers.next();
            }
        } catch (java.util.NoSuchElementException end) {
            return Future.ready(sum);
        }
    }

    @Async
    Future.OfInt left(Iterator<Integer> numbers) {
        out:
        while (true) {
            while (true) {
                if (!numbers.hasNext()) {
                    break out;
                }
                step();
            }
        }
        return Future.ready(turns);
    }

    /** Code that is not async may take its thread. */
    void ordinary() {
        while (true) {
            step();
        }
    }

    @AsyncTask
    @SuppressWarnings("pollen:045") // alone on its executor
    Task<Void> meant() {
        while (true) {
            step();
        }
    }
}
