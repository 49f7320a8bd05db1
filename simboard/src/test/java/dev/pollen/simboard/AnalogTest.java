// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.hal.Adc;
import dev.pollen.hal.AdcException;
import dev.pollen.hal.Pwm;
import dev.pollen.hal.Rtc;
import dev.pollen.hal.Watchdog;
import dev.pollen.testkit.EventLog;
import dev.pollen.testkit.TestExecutor;
import dev.pollen.testkit.junit.PollenExtension;
import dev.pollen.time.Delay;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Converter, pulses, clock and watchdog. */
@ExtendWith(PollenExtension.class)
class AnalogTest {
    private static DevKit kit(TestExecutor executor) {
        return new DevKit(SimBoard.stm32f769Disco(executor.spawner()));
    }

    @AsyncTask
    static Task<Void> convert(DevKit kit, Adc adc, EventLog log) {
        try {
            log.event("one " + await(adc.read(0)));
            int[] values = new int[5];
            await(adc.read(1, values));
            log.event("many " + Arrays.toString(values));
            kit.board().injectAdc("ADC1", AdcException.Kind.OVERRUN);
            await(adc.read(1, values));
        } catch (AdcException e) {
            log.event(e.kind().toString());
        }
        return Task.done();
    }

    @Test
    void aConverterFollowsItsWaveform(TestExecutor executor, EventLog log) {
        DevKit kit = kit(executor);
        kit.analog(0, Waveform.constant(5_000));
        kit.analog(1, nanos -> (int) (nanos / 1_000) * 100 - 300);
        executor.spawn(convert(kit, kit.adc(), log));
        executor.runToEnd();
        // A conversion takes 1 us; what is beyond 12 bits is cut off.
        log.assertLines("0.001 ms: one 4095", "0.006 ms: many [0, 0, 100, 200, 300]", "0.007 ms: OVERRUN");
    }

    @AsyncTask
    static Task<Void> impatient(Adc adc, int[] values, EventLog log) throws AdcException {
        try {
            await(Timeout.at(adc.read(0, values), 3_500));
        } catch (TimeoutException e) {
            log.event("given up");
        }
        log.event("one " + await(adc.read(0)));
        return Task.done();
    }

    @Test
    void aCancelledConversionLeavesItsArrayAlone(TestExecutor executor, EventLog log) throws AdcException {
        DevKit kit = kit(executor);
        kit.analog(0, Waveform.constant(9));
        int[] values = new int[100];
        executor.spawn(impatient(kit.adc(), values, log));
        executor.runToEnd();
        log.assertLines("0.0035 ms: given up", "0.0045 ms: one 9");
        assertEquals(27, Arrays.stream(values).sum());
    }

    @Test
    void waveformsAreFunctionsOfTime() {
        Waveform triangle = Waveform.triangle(100, 200, 10);
        assertEquals(100, triangle.at(0));
        assertEquals(150, triangle.at(2_500_000));
        assertEquals(200, triangle.at(5_000_000));
        assertEquals(150, triangle.at(17_500_000));
        Waveform sine = Waveform.sine(0, 1_000, 100);
        assertEquals(500, sine.at(0));
        assertEquals(1_000, sine.at(25_000_000));
        assertEquals(0, sine.at(75_000_000));
        Waveform noisy = Waveform.constant(50).withNoise(3, 42);
        long different = 0;
        for (int i = 0; i < 100; i++) {
            assertEquals(noisy.at(i), noisy.at(i));
            assertTrue(Math.abs(noisy.at(i) - 50) <= 3);
            different += noisy.at(i) == noisy.at(i + 1) ? 0 : 1;
        }
        assertTrue(different > 50, "it is noise");
    }

    @AsyncTask
    static Task<Void> fade(Pwm pwm, EventLog log) {
        pwm.setDuty(pwm.maxDuty() / 4);
        pwm.enable();
        await(Timer.afterMicros(2_500));
        await(pwm.waveform(new int[] {0, pwm.maxDuty(), pwm.maxDuty() / 2}));
        log.event("played");
        try {
            await(Timeout.after(pwm.waveform(new int[] {10, 10, 10, 10}), 2));
        } catch (TimeoutException e) {
            log.event("given up");
        }
        await(Timer.afterMillis(2));
        pwm.disable();
        return Task.done();
    }

    @Test
    void pulsesHaveTheirDuty(TestExecutor executor, EventLog log) {
        DevKit kit = kit(executor);
        kit.pulsePin().listen((pin, high) -> log.event(high ? "high" : "low"));
        executor.spawn(fade(kit.pulses(1_000), log));
        executor.runToEnd();
        log.assertLines(
                "0 ms: high",
                "0.25 ms: low",
                "1 ms: high",
                "1.25 ms: low",
                "2 ms: high",
                "2.25 ms: low",
                "4 ms: high",
                "5.5 ms: low",
                "6 ms: high",
                "6 ms: played",
                "6.25 ms: low",
                "7 ms: high",
                "7.01 ms: low",
                "8 ms: high",
                "8 ms: given up",
                "8.01 ms: low",
                "9 ms: high",
                "9.25 ms: low",
                "10 ms: high",
                "10 ms: low");
    }

    @Test
    void aDutyHasBounds(TestExecutor executor) {
        Pwm pwm = kit(executor).pulses(1_000);
        assertEquals(1_000, pwm.maxDuty());
        pwm.setDutyPercent(50);
        assertEquals(500, pwm.duty());
        assertThrows(IllegalArgumentException.class, () -> pwm.setDuty(1_001));
        assertThrows(IllegalArgumentException.class, () -> pwm.setDutyPercent(101));
    }

    @AsyncTask
    static Task<Void> clock(Rtc rtc, EventLog log) {
        await(rtc.waitUntil(rtc.nowMillis()));
        await(rtc.waitUntil(rtc.nowMillis() + 50));
        log.event("50 later");
        rtc.setMillis(1_000_000_000_000L);
        await(rtc.waitUntil(1_000_000_000_100L));
        log.event("it is " + rtc.nowMillis());
        await(rtc.waitUntil(1_000_000_005_000L));
        log.event("it is " + rtc.nowMillis());
        return Task.done();
    }

    @AsyncTask
    static Task<Void> setLater(Rtc rtc) {
        await(Timer.afterMillis(1_150));
        rtc.setMillis(1_000_000_004_999L);
        return Task.done();
    }

    @Test
    void aClockWakesAtItsTimeAlsoWhenItIsSet(TestExecutor executor, EventLog log) {
        Rtc rtc = kit(executor).rtc();
        executor.spawn(clock(rtc, log));
        executor.spawn(setLater(rtc));
        executor.runToEnd();
        log.assertLines("50 ms: 50 later", "150 ms: it is 1000000000100", "1151 ms: it is 1000000005000");
    }

    @AsyncTask
    static Task<Void> feed(Watchdog dog, EventLog log) {
        dog.start(100);
        for (int i = 0; i < 5; i++) {
            await(Timer.afterMillis(90));
            dog.feed();
        }
        log.event("computes");
        Delay.blockForMillis(150);
        dog.feed();
        await(Timer.afterMillis(1));
        log.event("never said: the machine was reset");
        return Task.done();
    }

    @Test
    void aWatchdogThatIsNotFedResets(TestExecutor executor, EventLog log) {
        DevKit kit = kit(executor);
        executor.spawn(feed(kit.watchdog(), log));
        executor.advanceMillis(1_000);
        log.assertLines("450 ms: computes");
        assertEquals(List.of(550_000_000L), kit.board().resets());
    }

    @Test
    void aWatchdogStartsOnceWithinItsRange(TestExecutor executor) {
        Watchdog dog = kit(executor).watchdog();
        assertEquals(
                "IWDG counts from 1 to 32768 ms, and not to 40000",
                assertThrows(IllegalArgumentException.class, () -> dog.start(40_000))
                        .getMessage());
        dog.start(10);
        assertThrows(IllegalStateException.class, () -> dog.start(10));
    }
}
