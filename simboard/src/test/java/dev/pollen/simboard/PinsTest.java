// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.hal.Input;
import dev.pollen.hal.Interrupts;
import dev.pollen.hal.Level;
import dev.pollen.hal.Output;
import dev.pollen.hal.Peripheral;
import dev.pollen.hal.Pull;
import dev.pollen.simboard.device.Led;
import dev.pollen.simboard.device.PushButton;
import dev.pollen.testkit.EventLog;
import dev.pollen.testkit.TestExecutor;
import dev.pollen.testkit.junit.PollenExtension;
import dev.pollen.time.Delay;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Outputs, inputs and their edges, and who may have them. */
@ExtendWith(PollenExtension.class)
class PinsTest {
    @AsyncTask
    static Task<Void> blink(Output led) {
        while (true) {
            led.toggle();
            await(Timer.afterMillis(500));
        }
    }

    @AsyncTask
    static Task<Void> count(Input button, EventLog log) {
        while (true) {
            await(button.waitForRisingEdge());
            log.event("pressed");
        }
    }

    @AsyncTask
    static Task<Void> story(Input pin, EventLog log) {
        await(pin.waitForHigh());
        log.event("high");
        await(pin.waitForHigh());
        log.event("still high");
        await(pin.waitForFallingEdge());
        log.event("fell");
        await(pin.waitForAnyEdge());
        log.event("changed to " + pin.isHigh());
        await(pin.waitForLow());
        log.event("low");
        return Task.done();
    }

    @Test
    void anLedRemembersWhenItWasLit(TestExecutor executor) {
        Rig rig = new Rig(executor);
        Led led = new Led(rig.board.pin("PJ13"));
        executor.spawnBackground(blink(rig.board.output(rig.p.take("PJ13"), Level.LOW)));
        executor.advanceMillis(1_999);
        assertEquals(4, led.changes());
        assertEquals("[0, 500000000, 1000000000, 1500000000]", java.util.Arrays.toString(led.history()));
        assertTrue(!led.isOn());
    }

    @Test
    void eachWaitEndsWithItsLevelOrEdge(TestExecutor executor, EventLog log) {
        Rig rig = new Rig(executor);
        executor.spawn(story(rig.board.input(rig.p.take("PA0"), Pull.DOWN, rig.irqs), log));
        SimPin pin = rig.board.pin("PA0");
        for (int i = 0; i < 3; i++) {
            executor.advanceMillis(10);
            pin.drive(Level.HIGH);
            executor.advanceMillis(10);
            pin.drive(Level.LOW);
        }
        executor.runToEnd();
        log.assertLines("10 ms: high", "10 ms: still high", "20 ms: fell", "30 ms: changed to true", "40 ms: low");
    }

    @AsyncTask
    static Task<Void> catchPulse(Input pin, EventLog log) {
        log.event("waits");
        await(pin.waitForHigh());
        log.event("seen, and the pin is " + (pin.isHigh() ? "high" : "low"));
        return Task.done();
    }

    @Test
    void aPulseThatIsOverBeforeAnybodyLooksIsSeen(TestExecutor executor, EventLog log) {
        Rig rig = new Rig(executor);
        executor.spawn(catchPulse(rig.board.input(rig.p.take("PA0"), Pull.DOWN, rig.irqs), log));
        executor.runUntilStalled();
        rig.board.pin("PA0").drive(Level.HIGH);
        rig.board.pin("PA0").drive(Level.LOW);
        executor.runToEnd();
        log.assertLines("0 ms: waits", "0 ms: seen, and the pin is low");
    }

    /** The hardware changes the level between two looks at it: right after the driver has armed the edge. */
    @AsyncTask
    static Task<Void> race(Input pin, SimBoard board, EventLog log) {
        SimEvent rises = new SimEvent() {
            @Override
            protected void happen() {
                board.pin("PA0").drive(Level.HIGH);
                board.pin("PA0").drive(Level.LOW);
            }
        };
        board.time().after(rises, 1_000);
        Delay.blockForMicros(2);
        // Due, and not yet seen: the wait arms first, so that the pulse ends it when the driver looks.
        await(pin.waitForHigh());
        log.event("seen");
        return Task.done();
    }

    @Test
    void theEdgeIsArmedBeforeTheLevelIsRead(TestExecutor executor, EventLog log) {
        Rig rig = new Rig(executor);
        executor.spawn(race(rig.board.input(rig.p.take("PA0"), Pull.DOWN, rig.irqs), rig.board, log));
        executor.runToEnd();
        log.assertLines("0.002 ms: seen");
    }

    @AsyncTask
    static Task<Void> impatient(Input pin, EventLog log) {
        try {
            await(Timeout.after(pin.waitForRisingEdge(), 5));
        } catch (TimeoutException e) {
            log.event("given up");
        }
        await(Timer.afterMillis(10));
        await(pin.waitForRisingEdge());
        log.event("pressed");
        return Task.done();
    }

    @Test
    void aCancelledWaitForgets(TestExecutor executor, EventLog log) {
        Rig rig = new Rig(executor);
        PushButton button = new PushButton(rig.board, "PA0");
        executor.spawn(impatient(rig.board.input(rig.p.take("PA0"), Pull.DOWN, rig.irqs), log));
        executor.advanceMillis(7);
        button.pressFor(1);
        button.pressAt(20);
        executor.runToEnd();
        log.assertLines("5 ms: given up", "20 ms: pressed");
    }

    @Test
    void aBouncingButtonIsSeenAsItIs(TestExecutor executor, EventLog log) {
        Rig rig = new Rig(executor);
        PushButton button = new PushButton(rig.board, "PA0").bouncing(2, 1_000_000);
        executor.spawnBackground(count(rig.board.input(rig.p.take("PA0"), Pull.DOWN, rig.irqs), log));
        executor.runUntilStalled();
        button.press();
        executor.advanceMillis(100);
        log.assertLines("0 ms: pressed", "2 ms: pressed", "4 ms: pressed");
    }

    @Test
    void thePullDecidesWhileNothingDrives(TestExecutor executor) {
        Rig rig = new Rig(executor);
        Input up = rig.board.input(rig.p.take("PA0"), Pull.UP, rig.irqs);
        assertTrue(up.isHigh());
        rig.board.pin("PA0").drive(Level.LOW);
        assertTrue(up.isLow());
        rig.board.pin("PA0").release();
        assertTrue(up.isHigh());
    }

    @Test
    void aShortCircuitIsSaid(TestExecutor executor) {
        Rig rig = new Rig(executor);
        Output out = rig.board.output(rig.p.take("PJ13"), Level.LOW);
        assertEquals(
                "short circuit: the firmware drives PJ13 LOW, something outside drives it HIGH",
                assertThrows(
                                IllegalStateException.class,
                                () -> rig.board.pin("PJ13").drive(Level.HIGH))
                        .getMessage());
        assertTrue(out.isSetLow());
    }

    @Test
    void aPinHasOneOwner(TestExecutor executor) {
        Rig rig = new Rig(executor);
        rig.board.output(rig.p.take("PJ13"), Level.LOW);
        String message = assertThrows(IllegalStateException.class, () -> rig.p.take("PJ13"))
                .getMessage();
        assertTrue(message.startsWith("PJ13 is taken already, by Output of "), message);
    }

    @Test
    void pinsOfTheSameNumberShareAnEdgeDetector(TestExecutor executor) {
        Rig rig = new Rig(executor);
        rig.board.input(rig.p.take("PA0"), Pull.DOWN, rig.irqs);
        rig.board.input(rig.p.take("PA1"), Pull.DOWN, rig.irqs);
        assertEquals(
                "edge detector 0 looks at PA0 and cannot look at PB0, too: on this chip, pins of the same number share one",
                assertThrows(IllegalStateException.class, () -> rig.board.input(rig.p.take("PB0"), Pull.DOWN, rig.irqs))
                        .getMessage());
    }

    @Test
    void anEdgeDetectorLooksAtAnotherPinWhenItsOwnIsGivenBack(TestExecutor executor, EventLog log) {
        Rig rig = new Rig(executor);
        Peripheral first = rig.p.take("PA0");
        rig.board.input(first, Pull.DOWN, rig.irqs);
        first.close();
        executor.spawnBackground(count(rig.board.input(rig.p.take("PB0"), Pull.DOWN, rig.irqs), log));
        executor.runUntilStalled();
        rig.board.pin("PA0").drive(Level.HIGH);
        executor.runUntilStalled();
        log.assertLines();
        rig.board.pin("PB0").drive(Level.HIGH);
        executor.runUntilStalled();
        log.assertLines("0 ms: pressed");
    }

    @Test
    void aDumpSaysWhatTasksWaitFor(TestExecutor executor, EventLog log) {
        Rig rig = new Rig(executor);
        executor.spawnBackground(count(rig.board.input(rig.p.take("PA0"), Pull.DOWN, rig.irqs), log));
        executor.runUntilStalled();
        String dump = executor.dump();
        assertTrue(dump.contains("PinsTest.count"), dump);
        assertTrue(dump.contains("Notification \"edge 0\" not notified"), dump);
        assertTrue(dump.contains("SimBoard"), dump);
    }

    @Test
    void linesThatShareAnInterruptAreToldApart(TestExecutor executor, EventLog log) {
        Rig rig = new Rig(executor);
        executor.spawnBackground(count(rig.board.input(rig.p.take("PA5"), Pull.DOWN, rig.irqs), log));
        rig.board.input(rig.p.take("PA6"), Pull.DOWN, rig.irqs);
        executor.runUntilStalled();
        rig.board.pin("PA6").drive(Level.HIGH);
        executor.runUntilStalled();
        log.assertLines();
        rig.board.pin("PA5").drive(Level.HIGH);
        executor.runUntilStalled();
        log.assertLines("0 ms: pressed");
    }

    @Test
    void anInterruptThatIsNotBoundIsNamed(TestExecutor executor) {
        Rig rig = new Rig(executor);
        Interrupts none = Interrupts.of(rig.board.interrupts());
        assertEquals(
                "Input on PC2 needs interrupt EXTI2, which is not bound: it would wait for ever. Write .bind(\"EXTI2\","
                        + " board.handler(\"EXTI2\"))",
                assertThrows(IllegalStateException.class, () -> rig.board.input(rig.p.take("PC2"), Pull.DOWN, none))
                        .getMessage());
    }
}
