// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.executor.Executor;
import dev.pollen.executor.Spawner;
import dev.pollen.time.Clock;
import dev.pollen.time.VirtualClock;
import java.util.Objects;

/** A board whose LED is standard output, and whose UART and button are standard input. */
public final class Board {
    private final EventLog log;
    private final Led led;
    private final Uart uart = new Uart();
    private final Button button = new Button();
    private final Adc adc = new Adc();

    private Board(Clock clock) {
        log = new EventLog(System.out, clock);
        led = new Led(log);
    }

    /**
     * Makes the board and connects its input. On the real clock a thread reads standard input while tasks run; on a
     * virtual clock it is read to its end first, and line k arrives at k times 700 ms.
     *
     * @param spawner where the tasks go that the board itself needs
     * @param args the options of the command line, see {@link BoardOptions}
     * @return the board
     */
    public static Board onTerminal(Spawner spawner, String[] args) {
        Executor executor = Objects.requireNonNull(Executor.current());
        BoardOptions options = BoardOptions.parse(args);
        Board board = new Board(executor.clock());
        Input input = new Input(board.uart, board.button);
        long millis = options.seconds() * 1_000;
        if (executor.clock() instanceof VirtualClock) {
            RecordedInput recorded = RecordedInput.readAll(System.in);
            millis = options.isEndless() ? recorded.millis() : millis;
            spawner.spawn(BoardTasks.stopAfter(millis, executor));
            spawner.spawn(BoardTasks.type(recorded, input));
        } else {
            if (!options.isEndless()) {
                spawner.spawn(BoardTasks.stopAfter(millis, executor));
            }
            input.readFrom(System.in);
        }
        return board;
    }

    /**
     * Where events are printed.
     *
     * @return the log
     */
    public EventLog log() {
        return log;
    }

    /**
     * The LED.
     *
     * @return the LED
     */
    public Led led() {
        return led;
    }

    /**
     * The UART.
     *
     * @return the UART
     */
    public Uart uart() {
        return uart;
    }

    /**
     * The button.
     *
     * @return the button
     */
    public Button button() {
        return button;
    }

    /**
     * The converter with the sensor at its input.
     *
     * @return the converter
     */
    public Adc adc() {
        return adc;
    }
}
