// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static dev.pollen.Pollen.await;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Spawner;
import dev.pollen.hal.Input;
import dev.pollen.log.Log;
import dev.pollen.samples.board.Bench;
import dev.pollen.simboard.DevKit;
import dev.pollen.sync.Signal;
import dev.pollen.time.Timer;

/**
 * A signal keeps the latest value: the button changes the mode faster than the control task can follow, which then goes to
 * where the signal stands, and not through all that was said meanwhile. {@code ./demo signal} runs it; a line {@code button}
 * presses the button.
 *
 * <pre>
 * [   700 ms] signal LOW_POWER
 * [   700 ms] clocks down
 * [  1400 ms] signal NORMAL
 * [  2100 ms] signal LOW_POWER
 * [  2200 ms] clocks down
 * </pre>
 */
public final class Sample13Signal {
    enum OperatingMode {
        NORMAL,
        LOW_POWER
    }

    private static final OperatingMode[] MODES = {OperatingMode.LOW_POWER, OperatingMode.NORMAL};

    @AsyncTask
    static Task<Void> control(Signal<OperatingMode> signal) {
        while (true) {
            OperatingMode mode = await(signal.take()); // waits for a new one
            switch (mode) {
                case NORMAL -> Log.info("clocks up");
                case LOW_POWER -> Log.info("clocks down");
            }
            await(Timer.afterMillis(1_500)); // until the clocks are stable
        }
    }

    @AsyncTask
    static Task<Void> button(Input button, Signal<OperatingMode> signal) {
        while (true) {
            for (OperatingMode mode : MODES) {
                await(button.waitForRisingEdge());
                Log.info("signal {}", mode);
                signal.signal(mode); // takes the place of what nobody has taken yet
            }
        }
    }

    @AsyncMain
    @AsyncTask
    static Task<Void> main(Spawner spawner, String[] args) {
        DevKit kit = Bench.kit(spawner, args);
        Signal<OperatingMode> signal = Signal.local();
        spawner.spawn(control(signal));
        spawner.spawn(button(kit.button(), signal));
        return Task.done();
    }
}
