// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;
import dev.pollen.log.Log;
import dev.pollen.log.LogDrain;
import dev.pollen.log.LogSink;
import dev.pollen.simboard.BoardSpec;
import dev.pollen.simboard.Boards;
import dev.pollen.simboard.DevKit;
import dev.pollen.simboard.SimBoard;
import dev.pollen.simboard.Waveform;
import dev.pollen.simboard.scope.Oscilloscope;
import dev.pollen.time.Clock;
import dev.pollen.time.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A board on a table, with somebody who watches its LED, presses its button and types at its terminal, and writes down what
 * happens, with the time since it was switched on: {@code [   500 ms] led off}.
 */
public final class Bench {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private Bench() {}

    /**
     * Puts the board of the course on the table, for programs that take its pins themselves.
     *
     * @param spawner the executor that it runs on
     * @param args the options of the command line, see {@link BoardOptions}
     * @return the board, switched on
     */
    public static SimBoard board(Spawner spawner, String[] args) {
        return kit(spawner, args).board();
    }

    /**
     * Puts the board of the course on the table, see {@link #kit(BoardSpec, Spawner, String[])}.
     *
     * @param spawner the executor that it runs on
     * @param args the options of the command line, see {@link BoardOptions}
     * @return the board with its devices, switched on
     */
    public static DevKit kit(Spawner spawner, String[] args) {
        return kit(Boards.STM32F769_DISCO, spawner, args);
    }

    /**
     * Puts a board on the table. On the real clock a thread reads standard input while tasks run; on a virtual clock it is read
     * to its end first, and line k arrives at k times 700 ms. The line {@code button} presses the button for 50 ms, any other
     * is sent to the board's serial port.
     *
     * @param spec which board
     * @param spawner the executor that it runs on
     * @param args the options of the command line, see {@link BoardOptions}
     * @return the board with its devices, switched on
     */
    public static DevKit kit(BoardSpec spec, Spawner spawner, String[] args) {
        Executor executor = spawner.executor();
        BoardOptions options = BoardOptions.parse(args);
        startLog(spawner, options);
        SimBoard board = SimBoard.of(spec, spawner);
        DevKit kit = new DevKit(board);
        kit.ledDevice().listen((on, time) -> ledChanged(on));
        kit.consoleLine().listen(new Terminal());
        long start = board.time().now();
        Waveform wave = Waveform.triangle(205, 3895, 2_000);
        kit.analog(0, nanos -> wave.at(nanos - start + 1_900_000_000));
        Typist typist = new Typist(kit);
        long nanos = options.seconds() * NANOS_PER_SECOND;
        if (executor.clock() instanceof VirtualClock) {
            RecordedInput recorded = RecordedInput.read(System.in, options.typed());
            typist.type(recorded);
            long end = options.isEndless() ? recorded.millis() * 1_000_000 : nanos;
            PowerSwitch.offAfter(end, board, executor, true);
            if (!options.isQuiet()) {
                new DisplayView(kit).lookEverySecond();
            }
        } else {
            typist.typeFrom(System.in);
            if (!options.isEndless()) {
                PowerSwitch.offAfter(nanos, board, executor, false);
            }
        }
        return kit;
    }

    private static void ledChanged(boolean on) {
        if (on) {
            Log.info("led on");
        } else {
            Log.info("led off");
        }
    }

    private static void startLog(Spawner spawner, BoardOptions options) {
        Clock clock = spawner.executor().clock();
        long start = clock.now();
        Log.logger().clock(() -> clock.now() - start);
        LogSink sink =
                options.isQuiet() ? new Silence() : new Console(Log.logger().keepFormats(), System.out);
        LogDrain.start(spawner, Log.logger(), sink);
    }

    /**
     * Watches for a task that does not give the thread back, and logs which it is, and where.
     *
     * @param kit the board
     * @param spawner the executor that is watched
     * @param limitMillis how long a poll may take
     */
    public static void watch(DevKit kit, Spawner spawner, long limitMillis) {
        Executor executor = spawner.executor();
        if (executor.clock() instanceof VirtualClock) {
            Guard.onVirtualClock(kit.board(), executor, limitMillis * 1_000_000);
        } else {
            Guard.onRealClock(executor, limitMillis);
        }
    }

    /**
     * Logs a text of several lines, in pieces that a line of the log can hold.
     *
     * @param text the text, whose long lines have semicolons
     */
    public static void log(String text) {
        for (String line : text.split("\\n|(?<=;) ")) {
            Log.info("{}", line);
        }
    }

    /**
     * Writes what an oscilloscope has recorded, into the directory for temporary files.
     *
     * @param scope the oscilloscope
     * @param name the name of the file
     */
    public static void save(Oscilloscope scope, String name) {
        try {
            scope.writeTo(Path.of(System.getProperty("java.io.tmpdir"), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Log.info("{} changes of pins are in {}", scope.changes(), name);
    }
}
