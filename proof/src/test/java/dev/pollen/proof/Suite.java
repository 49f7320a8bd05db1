// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tests of a library, as its own build runs them: in the directory of its sources, with its resources.
 *
 * @param library the jar of the library
 * @param tests the jar of its tests
 * @param included a regular expression for the test classes
 * @param excluded one for those that are left out
 * @param flags what the JVM of the tests is told in the library's own build
 * @param directory where the tests run
 */
record Suite(Path library, Path tests, String included, String excluded, List<String> flags, Path directory) {
    /** Frames are called through a driver, so a call takes several times the stack. */
    private static final String STACK = "-Xss16m";

    private static final String HEAP = "-Xmx2g";
    private static final int MINUTES = 30;

    /** Finds the jars of a library on the class path of this build. */
    static Suite of(String name, String included, String excluded, List<String> flags, Path directory) {
        return new Suite(
                jar(name + "-[0-9.]+\\.jar"), jar(name + "-[0-9.]+-tests\\.jar"), included, excluded, flags, directory);
    }

    /** Finds a jar on the class path of this build by its file's name. */
    static Path jar(String pattern) {
        List<Path> jars = classPath().stream()
                .filter(path -> path.getFileName().toString().matches(pattern))
                .toList();
        if (jars.size() != 1) {
            throw new IllegalStateException(pattern + " stands for " + jars + " of " + classPath());
        }
        return jars.get(0);
    }

    /** The class path of this build's tests. */
    static List<Path> classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator)).map(Path::of).toList();
    }

    /**
     * Runs the tests with a library.
     *
     * @param name what the run is called
     * @param jar the library as it is, or woven
     * @return what came of them
     */
    Results run(String name, Path jar) throws IOException, InterruptedException {
        Path classes = unpack();
        Path results = directory.resolve(name + ".txt");
        Files.deleteIfExists(results);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                STACK,
                HEAP,
                "-Xverify:all",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=UTC"));
        command.addAll(flags);
        command.addAll(List.of(
                "-cp",
                jar + File.pathSeparator + classes + File.pathSeparator + pathWithout(library),
                SuiteRun.class.getName(),
                classes.toString(),
                included,
                excluded,
                results.toString()));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".out").toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(name + " does not end");
        }
        if (!Files.exists(results)) {
            throw new IllegalStateException(name + " has no results, see " + directory.resolve(name + ".out"));
        }
        return Results.read(results);
    }

    /** The class path without a library and without the tests of any. */
    static String pathWithout(Path library) {
        return classPath().stream()
                .filter(entry -> !entry.equals(library) && !entry.toString().endsWith("-tests.jar"))
                .map(entry -> entry.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Tests open resources as files of their project, too. */
    private Path unpack() throws IOException {
        Path classes = directory.resolve("test-classes");
        if (Files.exists(classes)) {
            return classes;
        }
        try (JarFile jar = new JarFile(tests.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory()) {
                    byte[] bytes = jar.getInputStream(entry).readAllBytes();
                    write(classes, entry.getName(), bytes);
                    if (!entry.getName().endsWith(".class")) {
                        write(directory.resolve("src/test/resources"), entry.getName(), bytes);
                    }
                }
            }
        }
        return classes;
    }

    private static void write(Path root, String name, byte[] bytes) throws IOException {
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
            throw new IOException(name + " leaves its directory");
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
