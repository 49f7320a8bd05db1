// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.scope;

import static dev.pollen.Pollen.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Task;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.executor.Executor;
import dev.pollen.executor.TaskPools;
import dev.pollen.hal.Level;
import dev.pollen.hal.Output;
import dev.pollen.simboard.SimBoard;
import dev.pollen.time.Delay;
import dev.pollen.time.Timer;
import dev.pollen.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oscilloscope of the chapter: who holds the processor, in a file that viewers open. */
class OscilloscopeTest {
    private static final Path GOLDEN = Path.of("src/test/resources/scope/starvation.vcd");

    @BeforeEach
    void pools() {
        TaskPools.enter(new TaskPools());
    }

    @AfterEach
    void noPools() {
        TaskPools.enter(null);
    }

    @AsyncTask
    static Task<Void> blink(Output led) {
        while (true) {
            led.toggle();
            await(Timer.afterMillis(10));
        }
    }

    /** Holds the thread for 25 ms, every 50: the LED freezes meanwhile. */
    @AsyncTask
    static Task<Void> compute() {
        while (true) {
            await(Timer.afterMillis(50));
            Delay.blockForMillis(25);
        }
    }

    @AsyncTask(poolSize = 2)
    static Task<Void> stopAfter(long millis, Executor executor) {
        await(Timer.afterMillis(millis));
        executor.stop();
        return Task.done();
    }

    private static Oscilloscope record(int depth) {
        TaskPins tasks = new TaskPins();
        Oscilloscope[] made = new Oscilloscope[1];
        try (Executor executor =
                Executor.builder().clock(new VirtualClock()).trace(tasks).build()) {
            executor.run(spawner -> {
                SimBoard board = SimBoard.stm32f769Disco(spawner);
                Oscilloscope scope = new Oscilloscope(board, depth);
                scope.probe("led", board.pin("PJ13"));
                tasks.connect(board, scope, "PD0", "PD1", "PD3");
                spawner.spawn(blink(board.output(board.peripherals().take("PJ13"), Level.LOW)));
                spawner.spawn(compute());
                spawner.spawn(stopAfter(100, executor));
                made[0] = scope;
            });
        }
        return made[0];
    }

    @Test
    void theFileIsAValueChangeDumpAndShowsTheStarvation() {
        Oscilloscope scope = record(1_000);
        VcdParser file = VcdParser.parse(scope.toVcd());
        assertEquals("1 ns", file.timescale());
        assertEquals(
                List.of("led", "OscilloscopeTest_blink", "OscilloscopeTest_compute", "OscilloscopeTest_stopAfter"),
                List.copyOf(file.stories().keySet()));
        List<String> led = file.stories().get("led");
        assertTrue(led.contains("1@40000001"), led::toString);
        // At 50 ms compute takes the processor, so the LED, which is due, too, freezes until 75.
        assertTrue(scope.highNanos("OscilloscopeTest_compute") >= 25_000_000);
        assertTrue(led.stream()
                .mapToLong(change -> Long.parseLong(change.substring(2)))
                .noneMatch(at -> at > 51_000_000 && at < 75_000_000));
    }

    @Test
    void itIsTheStoredOneToTheByte() throws IOException {
        String text = record(1_000).toVcd();
        if ("write".equals(System.getProperty("pollen.goldens"))) {
            Files.writeString(GOLDEN, text);
        }
        assertEquals(Files.readString(GOLDEN), text);
    }

    @Test
    void whatTakesNoTimeIsDrawnAnyway(@TempDir Path directory) throws IOException {
        VirtualClock clock = new VirtualClock();
        try (Executor executor = Executor.on(clock)) {
            SimBoard board = SimBoard.stm32f769Disco(executor.spawner());
            Oscilloscope scope = new Oscilloscope(board, 100);
            scope.probe("a", board.pin("PA1"));
            scope.probe("b", board.pin("PA2"));
            clock.advance(500);
            board.pin("PA1").drive(Level.HIGH);
            board.pin("PA2").drive(Level.HIGH);
            board.pin("PA1").drive(Level.LOW);
            clock.advance(500);
            board.pin("PA2").drive(Level.LOW);
            Path file = directory.resolve("pulses.vcd");
            scope.writeTo(file);
            VcdParser read = VcdParser.parse(Files.readString(file));
            assertEquals(List.of("0@0", "1@500", "0@502"), read.stories().get("a"));
            assertEquals(List.of("0@0", "1@501", "0@1000"), read.stories().get("b"));
            assertEquals(2, scope.highNanos("a"));
            assertEquals(499, scope.highNanos("b"));
        }
    }

    @Test
    void itsMemoryEnds() {
        Oscilloscope scope = record(5);
        assertEquals(5, scope.changes());
        String text = scope.toVcd();
        assertTrue(text.contains("$comment the memory of the oscilloscope was full"), text);
        VcdParser.parse(text);
    }

    @Test
    void manySignalsHaveDifferentIdentifiers() {
        assertEquals("!", VcdText.id(0));
        assertEquals("~", VcdText.id(93));
        assertEquals("!\"", VcdText.id(94));
        assertEquals(
                10_000,
                java.util.stream.IntStream.range(0, 10_000)
                        .mapToObj(VcdText::id)
                        .distinct()
                        .count());
    }

    @Test
    void theParserBites() {
        String good =
                "$timescale 1 ns $end $scope module m $end $var wire 1 ! a $end $upscope $end $enddefinitions $end"
                        + " #0 $dumpvars 0! $end #5 1!";
        assertEquals(List.of("0@0", "1@5"), VcdParser.parse(good).stories().get("a"));
        for (String bad : new String[] {
            good + " #5 0!",
            good + " #6 1!",
            good + " #6 0?",
            good.replace("#0 ", ""),
            good.replace("$upscope $end", ""),
            good.replace("1 ns", "2 ns"),
            good.replace(" a ", " a.b "),
            good.replace("$end #5", "#5"),
            good.replace("0! $end", "$end")
        }) {
            assertThrows(IllegalArgumentException.class, () -> VcdParser.parse(bad), bad);
        }
    }
}
