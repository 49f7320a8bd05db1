// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.it.build.Jdk;
import dev.pollen.it.language.Build;
import dev.pollen.it.language.Program;
import dev.pollen.it.size.AllocationTrace.Place;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each program of {@code box} as an endless task: after its first rounds no object is made that the report does not speak of.
 * Every object counts, with the line that made it: the programs run in the interpreter without thread-local buffers, so that a
 * flight recording holds them all. And each of their frames takes what {@code @FrameInfo} says.
 */
class PlacementProofTest {
    /** For each object to be made by a call that a flight recording sees. */
    static final List<String> INTERPRETED = List.of(
            "-Xint",
            "-XX:-UseTLAB",
            // The interpreter of JDK 17 makes objects by itself under the serial collector.
            "-XX:-UseSerialGC",
            "-XX:+UseG1GC",
            "-XX:FlightRecorderOptions=stackdepth=512");

    private static final String LEAK = "Leaking";

    private static Map<Place, Long> made;
    private static Map<String, Long> counted;
    private static ReportedAllocations report;
    private static Map<String, Integer> predicted;
    private static Map<String, Integer> measured;

    @BeforeAll
    static void run(@TempDir Path directory) throws IOException {
        List<Path> sources = new ArrayList<>(Program.sources(Jdk.version(), true));
        sources.addAll(Build.sources("placement/planted"));
        List<String> names = sources.stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();
        sources.add(turns(directory, names));
        sources.addAll(Build.sources("box/support"));
        sources.addAll(Build.sources("placement"));
        Build build = new Build(directory.resolve("classes")).woven().options("-g", "-Apollen.alloc=report");
        Set<String> notes = notes(build, sources);
        Path recording = directory.resolve("rounds.jfr");
        counted = counted(measure(build, recording, names));
        assertEquals(names.size(), counted.size());
        predicted = PredictedSizes.read(build.classes());
        measured = PredictedSizes.measure(predicted.keySet(), build.loader());
        made = AllocationTrace.read(recording, "box.Turns");
        report = new ReportedAllocations(
                build.classes(),
                sources,
                notes,
                type -> type.startsWith("box.support.Leaf") || type.equals("box.Leaky"));
    }

    /** A task for each program, which awaits it again and again. */
    private static Path turns(Path directory, List<String> names) throws IOException {
        StringBuilder cases = new StringBuilder();
        StringBuilder tasks = new StringBuilder();
        for (String name : names) {
            cases.append("            case \"").append(name).append("\" -> turn" + name + "(rounds);\n");
            tasks.append("""

                    @AsyncTask
                    static Task<Void> turn%1$s(Rounds rounds) throws Exception {
                        for (;;) {
                            await(%1$s.box());
                            rounds.turned();
                            await(yieldNow());
                        }
                    }
                """.formatted(name));
        }
        return Files.writeString(directory.resolve("Turns.java"), """
                package box;

                import static dev.pollen.Pollen.await;
                import static dev.pollen.futures.Futures.yieldNow;

                import box.support.Rounds;
                import dev.pollen.Task;
                import dev.pollen.annotations.AsyncTask;

                public final class Turns {
                    private Turns() {}

                    public static Task<Void> of(String program, Rounds rounds) throws Exception {
                        return switch (program) {
                %s            default -> throw new IllegalArgumentException(program);
                        };
                    }
                %s}
                """.formatted(cases, tasks));
    }

    /** Compiles, and gives the lines of which the compiler says that a future is made on the heap, or may be. */
    private static Set<String> notes(Build build, List<Path> sources) {
        Set<String> lines = new HashSet<>();
        for (Diagnostic<?> said : build.diagnose(sources)) {
            assertTrue(said.getKind() != Diagnostic.Kind.ERROR, said::toString);
            String text = said.toString();
            if (text.contains("POLLEN-015") || text.contains("POLLEN-024")) {
                lines.add(text.replaceAll("(?s).*?(\\w+\\.java:\\d+): .*", "$1"));
            }
        }
        assertTrue(build.succeeded());
        return lines;
    }

    private static String measure(Build build, Path recording, List<String> names) throws IOException {
        List<String> arguments = new ArrayList<>(INTERPRETED);
        arguments.addAll(List.of(
                "-cp",
                build.classes() + File.pathSeparator + Build.runtimePath(),
                "box.support.Rounds",
                recording.toString()));
        arguments.addAll(names);
        return Jdk.java(recording.getParent(), arguments).succeeded().text();
    }

    private static Map<String, Long> counted(String printed) {
        Map<String, Long> bytes = new TreeMap<>();
        Pattern.compile("allocated (\\w+) (\\d+)")
                .matcher(printed)
                .results()
                .forEach(line -> bytes.put(line.group(1), Long.valueOf(line.group(2))));
        return bytes;
    }

    @Test
    void whatIsMadeIsInTheReport() {
        assertEquals(
                "",
                String.join("\n", unsaid().filter(text -> !text.contains(LEAK)).toList()));
    }

    @Test
    void theRecordingHoldsEachByteThatTheJvmHasCounted() {
        Map<String, Long> recorded = new TreeMap<>();
        counted.keySet().forEach(program -> recorded.put(program, 0L));
        made.forEach((place, bytes) -> recorded.merge(programOf(place), bytes, Long::sum));
        assertEquals(counted, recorded);
    }

    @Test
    void aProgramWhoseCodeMakesNothingMakesNothing() {
        Map<String, Long> quiet = new LinkedHashMap<>(counted);
        made.keySet().forEach(place -> quiet.remove(programOf(place)));
        assertTrue(quiet.size() > 20, quiet::toString);
        assertTrue(quiet.values().stream().allMatch(bytes -> bytes == 0), quiet::toString);
    }

    /** A factory that is placed, and makes something all the same. */
    @Test
    void aHiddenAllocationIsFound() {
        List<String> found = unsaid().filter(text -> text.contains(LEAK)).toList();
        assertEquals(1, found.size(), found::toString);
        assertTrue(
                found.get(0).startsWith("Leaking.java:14 makes [J, and the report does not say so"), found::toString);
    }

    @Test
    void everyFrameTakesWhatIsPredicted() {
        assertTrue(predicted.size() > counted.size(), predicted.size() + " frames of " + counted.size() + " programs");
        assertEquals(lines(measured), lines(predicted));
    }

    private static String lines(Map<String, Integer> sizes) {
        StringBuilder text = new StringBuilder();
        sizes.forEach((name, size) -> text.append(name).append(' ').append(size).append('\n'));
        return text.toString();
    }

    private static Stream<String> unsaid() {
        return made.keySet().stream().map(report::unsaid).filter(text -> !text.isEmpty());
    }

    private static String programOf(Place place) {
        return place.stack().stream()
                .filter(step -> step.className().equals("box.Turns"))
                .map(step -> step.method().replaceAll("^turn|\\$poll$", ""))
                .findFirst()
                .orElseThrow();
    }
}
