// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs each program of {@code box} woven and as ordinary blocking Java, and compares what they log and how they end.
 * Woven is each in four ways: its leaves placed in slots or made on the heap, compiled with or without debug
 * information, texts joined by a call or by a {@code StringBuilder}, and dead variables kept for a debugger or not.
 *
 * <p>The leaves of a program are ready at once, pending once, or pending three times; in turn each leaf throws; and the
 * program is cancelled at each of its suspensions, where the blocking one throws what a cancelled body gets.
 */
class BoxTest {
    private static final int JDK = Runtime.version().feature();

    private static final int[] PENDS = {0, 1, 3};

    /** More leaves than this tell nothing new. */
    private static final int MANY = 40;

    /** The words for what is wrong in any program. */
    private static final List<String> WRONG = List.of("POLLED ", "READ ", "LEAK", "LEFT WAITING", "CHECK FAILED");

    private static final String SLOTS = "slots, -g";

    private static final Map<String, Programs> WOVEN = new LinkedHashMap<>();
    private static final Map<String, Programs> BLOCKING = new LinkedHashMap<>();

    @TempDir
    static Path output;

    @BeforeAll
    static void compile() {
        List<Path> programs = Program.sources(JDK, true);
        List<Path> placed = with(programs, Build.sources("box/support"));
        List<Path> onHeap = with(programs, withoutPlacement(Build.sources("box/support")));
        WOVEN.put(SLOTS, woven("slots", placed, "-g"));
        WOVEN.put("slots, -g:none, inline", woven("inline", placed, "-g:none", "-XDstringConcat=inline"));
        WOVEN.put("heap, -g:none", woven("heap", onHeap, "-g:none"));
        WOVEN.put("heap, -g, debug", woven("debug", onHeap, "-g", "-Apollen.debug=true"));
        Build reference = new Build(output.resolve("reference")).compilePlain(Build.sources("reference/dev/pollen"));
        Build build = new Build(output.resolve("blocking"))
                .before(reference.classes())
                .compilePlain(BlockingSources.of(placed, output.resolve("coroutines")));
        // A loader for each, so that classes are initialised in the same run on both sides.
        WOVEN.keySet().forEach(name -> BLOCKING.put(name, Programs.load(build.loader(), true)));
    }

    private static Programs woven(String name, List<Path> sources, String... options) {
        return Programs.load(
                new Build(output.resolve(name))
                        .woven()
                        .options(options)
                        .compile(sources)
                        .loader(),
                false);
    }

    private static List<Path> with(List<Path> programs, List<Path> support) {
        List<Path> all = new ArrayList<>(programs);
        all.addAll(support);
        return all;
    }

    /** The same leaves as factories that nobody marked: their futures are made on the heap. */
    private static List<Path> withoutPlacement(List<Path> support) {
        try {
            Path directory = Files.createDirectories(output.resolve("support"));
            List<Path> copies = new ArrayList<>();
            for (Path file : support) {
                List<String> lines = Files.readAllLines(file).stream()
                        .filter(line -> !line.strip().startsWith("@Placed("))
                        .toList();
                copies.add(Files.write(directory.resolve(file.getFileName()), lines));
            }
            return copies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> box() {
        Stream<DynamicTest> all = Program.of(JDK, true).stream()
                .flatMap(program -> WOVEN.keySet().stream()
                        .map(build -> DynamicTest.dynamicTest(
                                program + ", " + build,
                                () -> compare(program, WOVEN.get(build), BLOCKING.get(build)))));
        Stream<DynamicTest> skipped = Program.of(JDK, false).stream()
                .map(program -> DynamicTest.dynamicTest(
                        program + ", skipped", () -> abort("written in a later Java than that of JDK " + JDK)));
        return Stream.concat(all, skipped);
    }

    private static void compare(Program program, Programs woven, Programs blocking) {
        // What blocking code cannot say, the builds say among themselves.
        Programs reference = program.hasReference() ? blocking : WOVEN.get(SLOTS);
        Programs ofCancel = program.hasReferenceOfCancel() ? blocking : WOVEN.get(SLOTS);
        for (int pends : PENDS) {
            String log = compare(program, pends, 0, woven, reference);
            assertEquals("value OK", end(log), program + " pending " + pends);
        }
        int[] size = woven.measure(program);
        for (int pends : PENDS) {
            for (int failing = 1; failing <= Math.min(size[0], MANY); failing++) {
                compare(program, pends, failing, woven, reference);
            }
        }
        expect(program, "expect", woven.complete(program, 1, 0));
        for (int suspension = 1; suspension <= Math.min(size[1], MANY); suspension++) {
            cancel(program, suspension, woven, ofCancel);
        }
    }

    private static String compare(Program program, int pends, int failing, Programs woven, Programs reference) {
        String at = program + " pending " + pends + ", leaf " + failing + " throws";
        String expected = reference.complete(program, pends, failing);
        String log = woven.complete(program, pends, failing);
        assertEquals(expected, log, at);
        assertEquals(List.of(), wrong(log), at + ": " + log);
        return log;
    }

    /** A cancelled program unwinds as the reference does, a task that is aborted as one that is cancelled. */
    private static void cancel(Program program, int suspension, Programs woven, Programs reference) {
        expect(program, "cancel " + suspension, woven.cancel(program, suspension, true));
        for (boolean pendsAfter : new boolean[] {true, false}) {
            String at = program + " cancelled at suspension " + suspension;
            String log = woven.cancel(program, suspension, pendsAfter);
            assertEquals(reference.cancel(program, suspension, pendsAfter), log, at);
            assertEquals(List.of(), wrong(log), at + ": " + log);
            // From the executor's own thread, and from another one.
            assertEquals(log, woven.abort(program, suspension, pendsAfter, !pendsAfter), at + " as a task");
        }
    }

    /** What no program may log, with or without a reference. */
    private static List<String> wrong(String log) {
        return WRONG.stream().filter(log::contains).toList();
    }

    private static void expect(Program program, String key, String log) {
        String expected = program.comment(key);
        if (!expected.isEmpty()) {
            assertEquals(expected, log, program + ", " + key);
        }
    }

    private static String end(String log) {
        return log.substring(log.lastIndexOf(" -> ") + 4);
    }
}
