// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.it.build.Jdk;
import dev.pollen.it.language.Build;
import dev.pollen.it.size.AllocationTrace.Place;
import dev.pollen.it.size.AllocationTrace.Step;
import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.weave.classpath.FrameFactsReader;
import dev.pollen.simboard.SimBoard;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each sample, the model of compiled async and the programs of the guide, woven and run on a virtual clock, with each object
 * that they make: in the middle of a sample nothing is made but by the world around its board, and from its beginning to its
 * end nothing by its own code but what the report says. Which samples there are is asked of {@code Course}, and which tasks of
 * the class files, so that none can be forgotten. How it is measured: see {@link PlacementProofTest}.
 */
class CourseProofTest {
    private static final Path SAMPLES = Path.of("../samples/src/main/java");
    private static final Path PROJECTS = Path.of("src/test/resources/projects");
    private static final List<String> PROGRAMS = List.of(
            "guide.Blocks",
            "guide.Combinators",
            "guide.Coordination",
            "guide.Executors",
            "guide.Receivers",
            "guide.Streams",
            "station.Station");
    private static final String INITIALISED = "initialised.txt";
    private static final String ROUNDS = "dev.pollen.samples.CourseRounds";
    private static final String PLANTED = "Planted";
    private static final Pattern DUMPED = Pattern.compile("(before|after) (\\w+[.]\\w+)\\[.*; polls (\\d+),.*");

    /** Holds the thread to its end, so that there is no middle in which others are polled: all of it counts. */
    private static final String STARVING = "Sample15Starvation.compute$poll";

    private static Map<Place, Long> middle;
    private static Map<Place, Long> whole;
    private static Map<String, Long> counted;
    private static Map<String, Long> polledBefore;
    private static Map<String, Long> polledAfter;
    private static ReportedAllocations report;
    private static Map<String, String> tasks;
    private static String initialised;

    @BeforeAll
    static void run(@TempDir Path directory) throws Exception {
        List<Path> sources = new ArrayList<>(sources(SAMPLES));
        sources.addAll(sources(PROJECTS.resolve("guide/src")));
        sources.addAll(sources(PROJECTS.resolve("station/src")));
        sources.addAll(Build.sources("placement/course"));
        sources.add(Path.of("src/test/resources/placement/Leaky.java"));
        Path board = Path.of(SimBoard.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Build build = new Build(directory.resolve("classes"))
                .before(board)
                .woven()
                .options("-g", "-Apollen.alloc=report")
                .compile(sources);
        Path recording = directory.resolve("rounds.jfr");
        read(measure(build, board, recording));
        middle = AllocationTrace.read(recording, ROUNDS + "$Middle");
        whole = AllocationTrace.read(recording, ROUNDS + "$Whole");
        report = new ReportedAllocations(build.classes(), sources, Set.of(), "box.Leaky"::equals);
        tasks = tasks(build.classes());
        initialised = Files.readString(directory.resolve(INITIALISED));
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String measure(Build build, Path board, Path recording) {
        List<String> arguments = new ArrayList<>(PlacementProofTest.INTERPRETED);
        arguments.addAll(List.of(
                "-Xlog:class+init=info:file=" + recording.resolveSibling(INITIALISED) + "::filecount=0",
                "-cp",
                String.join(File.pathSeparator, build.classes().toString(), board.toString(), Build.runtimePath()),
                ROUNDS,
                recording.toString()));
        arguments.addAll(PROGRAMS);
        return Jdk.java(recording.getParent(), arguments).succeeded().text();
    }

    private static void read(String printed) {
        counted = new HashMap<>();
        polledBefore = new HashMap<>();
        polledAfter = new HashMap<>();
        printed.lines().forEach(line -> {
            Matcher dumped = DUMPED.matcher(line);
            if (dumped.matches()) {
                (dumped.group(1).equals("before") ? polledBefore : polledAfter)
                        .merge(dumped.group(2), Long.valueOf(dumped.group(3)), Long::sum);
            } else if (line.startsWith("allocated ")) {
                String[] words = line.split(" ");
                counted.put(words[1], Long.valueOf(words[2]));
            }
        });
    }

    /** The names of the tasks of all samples and programs, each with its Future class. */
    private static Map<String, String> tasks(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(file -> FrameFactsReader.read(bytes(file)).stream())
                    .filter(FrameFacts::isTask)
                    .collect(Collectors.toMap(FrameFacts::name, FrameFacts::future));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the middle of a sample; of the one that has none, in all that its task does. */
    @Test
    void noSampleMakesAnything() {
        List<Place> made = new ArrayList<>(middle.keySet());
        whole.keySet().stream()
                .filter(place ->
                        place.stack().stream().anyMatch(step -> step.toString().contains(STARVING)))
                .forEach(made::add);
        assertEquals(
                "", text(made.stream().filter(place -> !isPlanted(place) && !ReportedAllocations.isOfTheWorld(place))));
    }

    /** From the beginning to the end: what a library makes once, or when it has to, is its own matter there. */
    @Test
    void whatTheSamplesOwnCodeMakesIsInTheReport() {
        assertEquals(
                "",
                String.join(
                        "\n",
                        whole.keySet().stream()
                                .filter(place -> !isMadeByLibrary(place))
                                .map(report::unsaid)
                                .filter(text -> !text.isEmpty())
                                .toList()));
    }

    @Test
    void theRecordingHoldsEachByteThatTheJvmHasCounted() {
        assertTrue(counted.size() > 20, counted::toString);
        assertEquals(
                counted.values().stream().mapToLong(Long::longValue).sum(),
                middle.values().stream().mapToLong(Long::longValue).sum());
    }

    /** A pool is made when a task is claimed for the first time. */
    @Test
    void eachTaskOfEachSampleAndProgramHasRun() {
        Set<String> oneOfEachPackage = Set.of("Sample03Spawning.main", "Coordination.measure", "Station.watch");
        assertTrue(tasks.keySet().containsAll(oneOfEachPackage), tasks::toString);
        assertTrue(tasks.size() > 50, tasks::toString);
        Set<String> forgotten = new TreeSet<>(tasks.keySet());
        forgotten.removeIf(task -> initialised.contains("'" + tasks.get(task) + "'"));
        assertEquals(Set.of(), forgotten);
    }

    @Test
    void eachTaskHasHadItsTurnInTheMiddle() {
        assertTrue(polledAfter.size() > 30, polledAfter::toString);
        Set<String> idle = new TreeSet<>(polledAfter.keySet());
        idle.removeIf(task -> polledAfter.get(task) > polledBefore.getOrDefault(task, 0L));
        assertEquals(Set.of("Sample03Spawning.main"), idle, "but for one that sleeps for a minute");
    }

    /** One that the report sees, a few calls away, and one that it cannot see. */
    @Test
    void plantedLeaksAreFound() {
        List<String> texts = middle.keySet().stream()
                .filter(CourseProofTest::isPlanted)
                .map(report::unsaid)
                .sorted()
                .toList();
        assertEquals(2, texts.size(), texts::toString);
        assertEquals("", texts.get(0));
        assertTrue(texts.get(1).startsWith("Planted.java:22 makes [J"), texts::toString);
    }

    private static boolean isPlanted(Place place) {
        return place.toString().contains(PLANTED);
    }

    private static boolean isMadeByLibrary(Place place) {
        return place.stack().stream()
                .map(Step::className)
                .filter(((Predicate<String>) ReportedAllocations::isOfJdk).negate())
                .findFirst()
                .filter(type -> type.startsWith("dev.pollen.") && !type.startsWith("dev.pollen.samples."))
                .isPresent();
    }

    private static String text(Stream<Place> places) {
        return String.join("\n", places.map(Place::toString).toList());
    }
}
