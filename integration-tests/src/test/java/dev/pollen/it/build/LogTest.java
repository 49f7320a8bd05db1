// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log lines of an application: on its console, and decoded by the command line from its class files. */
class LogTest {
    private static final Path GUIDE = Path.of("../docs/guide/log.md");

    @TempDir
    private Path directory;

    private Project woven() {
        Project project = Project.copy("radio", directory.resolve("woven"));
        project.javacWithProcessor("-g").succeeded();
        return project;
    }

    private static Output decode(Project project, String... arguments) {
        List<String> all = Stream.concat(Stream.of("-jar", Product.processor().toString(), "log"), Stream.of(arguments))
                .toList();
        return project.java(all.toArray(String[]::new));
    }

    /** Times are what they are. */
    private static String untimed(String text) {
        return text.replace(System.lineSeparator(), "\n").replaceAll("(?m)^ +\\d+\\.\\d{6} ", "");
    }

    /** The n-th block of what was printed in the guide. */
    private static String guide(int n) throws IOException {
        return Files.readString(GUIDE).split("```text\n", -1)[n].split("```", -1)[0];
    }

    @Test
    void theConsolePrintsWhatTheGuideShows() throws IOException {
        assertEquals(
                untimed(guide(1)),
                untimed(woven().run("radio.Radio").succeeded().text()));
    }

    @Test
    void theCommandLineDecodesWhatADeviceSends() throws IOException {
        Project project = woven();
        Path stream = project.file("lines.bin");
        project.java("-cp", Product.path(project.classes()), "radio.Device", stream.toString())
                .succeeded();
        String classes = project.classes().toString();
        String text = decode(project, "--input", stream.toString(), classes)
                .succeeded()
                .text();
        assertEquals(untimed(guide(2)), untimed(text));
        assertEquals(
                text,
                decode(project, jar(project).toString(), "--input", stream.toString())
                        .succeeded()
                        .text(),
                "from a jar");

        byte[] bytes = Files.readAllBytes(stream);
        Path spoilt = project.file("spoilt.bin");
        try (OutputStream out = Files.newOutputStream(spoilt)) {
            out.write("boot loader 1.0\r\n\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            out.write(bytes);
        }
        assertEquals(
                " ".repeat(21) + "17 bytes skipped that are no line\n" + text,
                decode(project, "--input", spoilt.toString(), classes)
                        .succeeded()
                        .text());

        // The program of the annotations has no lines.
        String unknown = decode(
                        project,
                        "--input",
                        stream.toString(),
                        Product.annotations().toString())
                .succeeded()
                .text();
        assertEquals(
                String.format("INFO  format %08x is not known, arguments 16 A", "rx {} bytes from {}".hashCode()),
                untimed(unknown).lines().findFirst().orElseThrow());
    }

    private static Path jar(Project project) throws IOException {
        Path jar = project.file("radio.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(project.classes())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(
                        project.classes().relativize(file).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    @Test
    void wovenLinesAllocateNothingAndHaveTheBytesOfThoseThatAreNot() throws IOException {
        Project woven = woven();
        Project plain = Project.copy("radio", directory.resolve("plain"));
        plain.javac("-g", "-proc:none", "-cp", Product.path()).succeeded();

        assertEquals("0 bytes, 0 lines lost\n", shapes(woven));
        assertTrue(
                shapes(plain).matches("[1-9]\\d* bytes, 0 lines lost\n"),
                "the measure bites: here primitives are boxed");
        byte[] lines = Files.readAllBytes(woven.file("own.bin"));
        assertArrayEquals(lines, Files.readAllBytes(plain.file("own.bin")));

        for (String logger : List.of("own", "common")) {
            String text = decoded(woven, logger);
            assertEquals(logger.equals("own") ? 36 : 25, text.lines().count());
            assertTrue(text.contains("ERROR " + (logger.equals("own") ? "own" : "Log") + " error "), text);
            assertTrue(text.lines().allMatch(line -> line.matches(".* \\(Shapes\\.java:\\d+( or .*)?\\)")), text);
            assertEquals(untimed(text), untimed(decoded(plain, logger)), "formats are found in code, too");
        }
    }

    private static String shapes(Project project) {
        return project.java(
                        "-cp",
                        Product.path(project.classes()),
                        "radio.Shapes",
                        project.file("own.bin").toString(),
                        project.file("common.bin").toString())
                .succeeded()
                .text()
                .replace(System.lineSeparator(), "\n");
    }

    private static String decoded(Project project, String logger) {
        return decode(
                        project,
                        project.classes().toString(),
                        "--input",
                        project.file(logger + ".bin").toString())
                .succeeded()
                .text();
    }

    @Test
    void everyDoorWritesTheSameClassFiles() throws IOException {
        Project woven = woven();
        Project steps = Project.copy("radio", directory.resolve("steps"));
        steps.javacWithProcessor("-proc:only", "-s", "src").succeeded();
        steps.javac("-g", "-proc:none", "-cp", Product.path()).succeeded();
        steps.java(
                        "-jar",
                        Product.processor().toString(),
                        "weave",
                        "--class-path",
                        Product.path(),
                        steps.classes().toString())
                .succeeded();
        for (String name : List.of("Shapes", "Radio", "Radio_receive", "Device")) {
            String file = "radio/" + name + ".class";
            assertArrayEquals(
                    Files.readAllBytes(woven.classes().resolve(file)),
                    Files.readAllBytes(steps.classes().resolve(file)),
                    name);
        }
    }

    @Test
    void whatTheCommandDoesNotUnderstandItSays() {
        Project project = Project.copy("radio", directory);
        assertEquals(2, decode(project).exit());
        assertEquals(2, decode(project, "--follow", ".").exit());
        decode(project, "missing")
                .failed()
                .says("log needs directories or jars with class files, and missing is not there");
        decode(project, "src", "--input", "missing").failed().says("cannot read missing");
    }
}
