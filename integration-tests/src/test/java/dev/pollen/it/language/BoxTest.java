// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

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
 */
class BoxTest {
    private static final int JDK = Runtime.version().feature();

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
        WOVEN.put(SLOTS, Programs.load(WovenBox.in(output.resolve("slots")).loader(), false));
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
                                () -> BoxComparison.all(
                                        program, WOVEN.get(build), BLOCKING.get(build), WOVEN.get(SLOTS)))));
        Stream<DynamicTest> skipped = Program.of(JDK, false).stream()
                .map(program -> DynamicTest.dynamicTest(
                        program + ", skipped", () -> abort("written in a later Java than that of JDK " + JDK)));
        return Stream.concat(all, skipped);
    }
}
