// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import dev.pollen.Task;
import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;
import dev.pollen.samples.board.PowerSwitch;
import dev.pollen.time.Clock;
import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The samples, in the order of the course. */
enum Course {
    FIRMWARE("firmware", 3, "hello\nbutton\nbye\n", Sample01Firmware::main),
    BLINKY("blinky", 3, "", Sample02Blinky::main),
    SPAWNING("spawning", 3, "button\nbutton\n", Sample03Spawning::main),
    BUSY_WAIT("busy-wait", 2, "hello\n", Sample04BusyWait::main),
    UART_BLINK("uart-blink", 2, "hello\n", Sample05UartBlink::main),
    TIMERS("timers", 3, "", Sample06Timers::main),
    TICKER("ticker", 1, "", Sample07Ticker::main),
    DELAYS("delays", 1, "", Sample08Delays::main),
    UART_ECHO("uart-echo", 3, "hello\necho, echo, echo, echo\n", Sample09UartEcho::main),
    JEDEC_ID("jedec-id", 1, "", Sample10JedecId::main),
    TEMPERATURE("temperature", 1, "", Sample11Temperature::main),
    CHANNEL("channel", 4, "", Sample12Channel::main),
    SIGNAL("signal", 4, "button\nbutton\nbutton\n", Sample13Signal::main),
    MUTEX("mutex", 4, "", Sample14Mutex::main),
    STARVATION("starvation", 2, "", Sample15Starvation::main),
    YIELDING("yielding", 2, "", Sample16Yielding::main),
    CRC("crc", 1, "", Sample17Crc::main),
    DIAGNOSIS("diagnosis", 2, "", Sample18Diagnosis::settings, Sample18Diagnosis::main),
    MULTIPRIO("multiprio", 8, "", Sample19Multiprio::settings, Sample19Multiprio::main),
    FAIRNESS("fairness", 2, "", Sample20Fairness::main),
    BOARDS("boards", 2, "", Sample21Boards::main),
    PREEMPTION("preemption", 4, "", Sample22Preemption::main);

    private final String title;
    private final int seconds;
    private final String typed;
    private final Supplier<Executor.Builder> settings;
    private final RootTask root;

    Course(String title, int seconds, String typed, RootTask root) {
        this(title, seconds, typed, Executor::builder, root);
    }

    Course(String title, int seconds, String typed, Supplier<Executor.Builder> settings, RootTask root) {
        this.title = title;
        this.seconds = seconds;
        this.typed = typed;
        this.settings = settings;
        this.root = root;
    }

    /** What a sample starts with. */
    @FunctionalInterface
    private interface RootTask {
        Task<Void> main(Spawner spawner, String[] args) throws Exception;
    }

    /** What {@code ./demo NAME} takes. */
    String title() {
        return title;
    }

    /** The sample of that name; null if there is none. */
    static Course named(String title) {
        for (Course sample : values()) {
            if (sample.title.equals(title)) {
                return sample;
            }
        }
        return null;
    }

    /**
     * Runs the sample. On the virtual clock it ends after a few seconds unless the options say when, and what is typed is what
     * its description says unless standard input holds something else.
     */
    void run(boolean isVirtual, String... options) {
        List<String> args = new ArrayList<>(List.of(options));
        args.addAll(List.of("--typed", typed));
        if (isVirtual && !args.contains("--seconds")) {
            args.addAll(List.of("--seconds", Integer.toString(seconds)));
        }
        start(isVirtual, args.toArray(String[]::new));
    }

    /** Runs the sample with these options and no others. */
    void start(boolean isVirtual, String... args) {
        try (Executor executor = executor(isVirtual ? new VirtualClock() : Clock.monotonic())) {
            executor.run(spawner -> spawner.spawn(root(spawner, args)));
        }
    }

    /** An executor as the sample wants it. */
    Executor executor(Clock clock) {
        return settings.get()
                .name("main")
                .clock(clock)
                .uncaught(PowerSwitch::uncaught)
                .build();
    }

    /** The first task of the sample. */
    Task<Void> root(Spawner spawner, String... args) {
        try {
            return root.main(spawner, args);
        } catch (Exception e) {
            throw new AssertionError("a call of a task runs nothing", e);
        }
    }
}
