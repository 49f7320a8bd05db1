// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A large program that was not compiled by javac: Eclipse's compiler, woven, writes the same class files and the same warnings
 * as Eclipse's compiler, for the sources of our runtime.
 */
@Tag("long")
final class CompilerTest {
    private static final Path DIRECTORY =
            Path.of("target", "proof", "ecj-" + Runtime.version().feature()).toAbsolutePath();

    @Test
    void aWovenCompilerCompilesTheSame() throws Exception {
        Path compiler = Suite.jar("ecj-[0-9.]+\\.jar");
        Files.createDirectories(DIRECTORY);
        Path woven = DIRECTORY.resolve(compiler.getFileName());
        Tally tally = JarWeaving.of(compiler, Suite.classPath()).into(woven);
        System.out.println(compiler.getFileName() + ": " + tally);
        assertEquals(List.of(), tally.defects());
        Map<String, byte[]> asItIs = compile("as-it-is", compiler);
        Map<String, byte[]> same = compile("woven", woven);
        assertTrue(asItIs.size() > 100, () -> "only " + asItIs.keySet());
        assertEquals(asItIs.keySet(), same.keySet());
        asItIs.forEach(
                (file, bytes) -> assertEquals(List.of(bytes.length, hash(bytes)), sizeAndHash(same, file), file));
    }

    private static List<Integer> sizeAndHash(Map<String, byte[]> files, String file) {
        byte[] bytes = files.getOrDefault(file, new byte[0]);
        return List.of(bytes.length, hash(bytes));
    }

    private static int hash(byte[] bytes) {
        return Arrays.hashCode(bytes);
    }

    /** All files that the compiler writes, and what it prints. */
    private static Map<String, byte[]> compile(String name, Path compiler) throws Exception {
        Path classes = DIRECTORY.resolve(name);
        Path printed = DIRECTORY.resolve(name + ".out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss16m",
                "-Xverify:all",
                "-cp",
                compiler + File.pathSeparator + Suite.pathWithout(compiler),
                "org.eclipse.jdt.internal.compiler.batch.Main",
                "--release",
                "17",
                "-g",
                "-warn:all",
                "-proc:none",
                "-cp",
                Suite.pathWithout(compiler),
                "-d",
                classes.toString()));
        command.addAll(sources());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        int code = process.waitFor();
        Map<String, byte[]> files = new TreeMap<>();
        files.put("exit code " + code, new byte[0]);
        files.put("printed", Files.readAllBytes(printed));
        try (Stream<Path> written = Files.walk(classes)) {
            for (Path file : written.filter(Files::isRegularFile).toList()) {
                files.put(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static List<String> sources() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("..", "runtime", "src", "main", "java"))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".java") && !file.endsWith("-info.java"))
                    .sorted()
                    .toList();
        }
    }
}
