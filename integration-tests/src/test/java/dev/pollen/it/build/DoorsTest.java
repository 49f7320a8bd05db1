// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ISourceNode;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project {@code doors}, built once by Maven: with Eclipse's compiler and with javac in two steps, each woven by the goal;
 * and by javac beside Lombok and JaCoCo. What the goal has woven, the other doors weave to the same bytes.
 */
class DoorsTest {
    private static final String TRANSCRIPT = """
            2 ms: soft 1 psst
            63 ms: loud 10 ding ding ding ding ding
            107 ms: whatever 8 ding ding ding ding
            """;

    private static final Pattern LINE = Pattern.compile("<line nr=\"(\\d+)\" mi=\"\\d+\" ci=\"(\\d+)\"");

    @TempDir
    private static Path directory;

    private static MavenBuild maven;
    private static Project doors;
    private static Output build;

    @BeforeAll
    static void build(@TempDir Path repository) {
        maven = MavenBuild.prepare(repository);
        doors = Project.copy("doors", directory);
        build = maven.run(doors, "test");
    }

    @AfterAll
    static void close() throws IOException {
        if (maven != null) {
            maven.close();
        }
    }

    @Test
    void theGoalWeavesEachClassOnceAndReports() {
        build.succeeded()
                .says("wrote 10 class files")
                .says("wrote 0 class files")
                .says("Bell.visit ");
    }

    @Test
    void whatTheGoalHasWovenRuns() {
        for (String module : List.of("eclipse", "steps")) {
            assertEquals(TRANSCRIPT, run(classes(module)).succeeded().text(), module);
        }
    }

    /** Eclipse's compiler has run the annotation processor; the frames are there, and who polls them is told. */
    @Test
    void whatNobodyHasWovenSaysSo() {
        for (String module : List.of("eclipse", "steps")) {
            assertTrue(Files.exists(unwoven(module).resolve("door/Bell_volume.class")), module);
            run(unwoven(module)).failed().says("dev.pollen.NotWovenError");
        }
    }

    @Test
    void asyncCodeOfTestsIsWovenToo() {
        build.succeeded().says("Running door.BellTest");
        assertTrue(Files.exists(doors.file("eclipse/target/test-classes/door/BellTest_add.class")));
    }

    @Test
    void theSecondOfTwoStepsSaysThatWeavingIsLeft() {
        build.succeeded().says("POLLEN-023: Loud.ring was compiled without Pollen's annotation processor");
    }

    @Test
    void theGoalHoldsTasksToTheirMaxBytes(@TempDir Path other) throws IOException {
        Project large = Project.copy("doors", other);
        Path bell = large.file("shared/door/Bell.java");
        String source = Files.readString(bell);
        String limited = source.replaceFirst("@AsyncTask\\b(?!\\()", "@AsyncTask(maxBytes = 1)");
        assertFalse(source.equals(limited), "the source has changed");
        Files.writeString(bell, limited);
        maven.run(large, "-pl", "steps", "process-classes").failed().says("POLLEN-054");
    }

    @Test
    void theCommandLineWeavesWhatTheGoalWeaves() throws IOException {
        for (String module : List.of("eclipse", "steps")) {
            Path woven = copy(unwoven(module), directory.resolve(module + "-command-line"));
            Jdk.java(
                            directory,
                            List.of(
                                    "-jar",
                                    Product.processor().toString(),
                                    "weave",
                                    "--class-path",
                                    Product.path(),
                                    woven.toString()))
                    .succeeded();
            assertSame(read(classes(module)), read(woven), module);
        }
    }

    @Test
    void theAgentWeavesWhatTheGoalWeaves() throws IOException {
        for (String module : List.of("eclipse", "steps")) {
            Path dump = directory.resolve(module + "-agent");
            Output output = run(unwoven(module), agent("=dump=" + dump));
            assertEquals(TRANSCRIPT, output.succeeded().text(), module);
            Map<String, byte[]> expected = read(classes(module));
            expected.keySet().removeIf(name -> !Files.exists(dump.resolve(name)));
            assertEquals(10, expected.size(), module);
            assertSame(expected, read(dump), module);
        }
    }

    @Test
    void javacWeavesWhatTheGoalWeaves() throws IOException {
        Path compiled = directory.resolve("javac");
        Jdk.javac(
                        directory,
                        List.of(
                                "-g",
                                "--release",
                                "17",
                                "-cp",
                                Product.path(),
                                "-processorpath",
                                Product.processor().toString(),
                                "-d",
                                compiled.toString(),
                                doors.file("shared/door/Bell.java").toString()))
                .succeeded();
        assertSame(read(classes("steps")), read(compiled), "javac");
    }

    /** Lombok before and behind Pollen; JaCoCo with its agent, and with classes that it has changed in the build. */
    @TestFactory
    Stream<DynamicTest> besideLombokTheLinesOfTheSourceAreCovered() {
        return Stream.of("lombok/first", "lombok/last")
                .map(module -> DynamicTest.dynamicTest(module, () -> {
                    build.succeeded().says("Running weather.StationTest");
                    Map<Integer, Boolean> covered =
                            reported(doors.file(module + "/target/site/jacoco/jacoco.xml"), "Station.java");
                    List<String> lines = Files.readAllLines(doors.file("lombok/src/weather/Station.java"));
                    int said = 0;
                    for (int line = 1; line <= lines.size(); line++) {
                        String text = lines.get(line - 1);
                        if (text.endsWith("// covered") || text.endsWith("// missed")) {
                            assertEquals(text.endsWith("// covered"), covered.get(line), line + ": " + text);
                            said++;
                        }
                    }
                    assertEquals(16, said);
                }));
    }

    @Test
    void twoAgentsWeaveAndMeasure() throws IOException {
        Path dump = directory.resolve("measured");
        Path first = directory.resolve("first.exec");
        Path last = directory.resolve("last.exec");
        Path unwoven = unwoven("steps");
        // Who comes last sees what the other one has made.
        assertEquals(
                TRANSCRIPT,
                run(unwoven, agent("=dump=" + dump), jacoco(last)).succeeded().text());
        assertEquals(
                TRANSCRIPT, run(unwoven, jacoco(first), agent("")).succeeded().text());
        assertAllLinesCovered(last, dump);
        assertAllLinesCovered(first, unwoven);
    }

    private static void assertAllLinesCovered(Path exec, Path classes) throws IOException {
        ExecFileLoader loader = new ExecFileLoader();
        loader.load(exec.toFile());
        CoverageBuilder coverage = new CoverageBuilder();
        new Analyzer(loader.getExecutionDataStore(), coverage).analyzeAll(classes.toFile());
        assertTrue(coverage.getNoMatchClasses().isEmpty(), () -> exec + " has other classes than " + classes);
        int covered = 0;
        for (ISourceNode source : coverage.getSourceFiles()) {
            for (int line = source.getFirstLine(); line <= source.getLastLine(); line++) {
                int status = source.getLine(line).getInstructionCounter().getStatus();
                assertFalse(status == ICounter.NOT_COVERED, source.getName() + ":" + line + " of " + exec);
                covered += status == ICounter.EMPTY ? 0 : 1;
            }
        }
        assertTrue(covered > 30, "lines: " + covered);
    }

    /** Whether JaCoCo counts a line as covered, at least in part. */
    private static Map<Integer, Boolean> reported(Path xml, String source) throws IOException {
        String report = Files.readString(xml);
        int from = report.indexOf("<sourcefile name=\"" + source + "\">");
        String lines = report.substring(from, report.indexOf("</sourcefile>", from));
        Map<Integer, Boolean> covered = new TreeMap<>();
        Matcher line = LINE.matcher(lines);
        while (line.find()) {
            covered.put(Integer.valueOf(line.group(1)), !line.group(2).equals("0"));
        }
        return covered;
    }

    private static Path classes(String module) {
        return doors.file(module + "/target/classes");
    }

    private static Path unwoven(String module) {
        build.succeeded();
        return doors.file(module + "/target/unwoven");
    }

    private static String agent(String options) {
        return "-javaagent:" + Product.processor() + options;
    }

    private static String jacoco(Path exec) {
        return JacocoAgent.option("door.*", exec);
    }

    private static Output run(Path classes, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-cp", Product.path(classes), "door.Bell"));
        return Jdk.java(directory, arguments);
    }

    private static Path copy(Path from, Path to) throws IOException {
        for (Map.Entry<String, byte[]> file : read(from).entrySet()) {
            Path target = to.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        return to;
    }

    private static Map<String, byte[]> read(Path classes) throws IOException {
        Map<String, byte[]> read = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                read.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return read;
    }

    private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> classes, String how) {
        assertEquals(expected.keySet(), classes.keySet(), how);
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, classes.get(name), name + " " + how));
    }
}
