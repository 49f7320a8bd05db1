// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JDK that runs the tests: each tool in a process of its own, as a user starts it. */
public final class Jdk {
    private static final int LIMIT_MINUTES = 5;

    private Jdk() {}

    /**
     * Where it is installed.
     *
     * @return its directory
     */
    public static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    /**
     * Its version.
     *
     * @return for example 17
     */
    public static int version() {
        return Runtime.version().feature();
    }

    /**
     * Compiles.
     *
     * @param directory where the compiler runs
     * @param arguments options and files
     * @return how it ended
     */
    static Output javac(Path directory, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        all.addAll(arguments);
        return run(directory, "javac", all);
    }

    /**
     * Runs a program; every class is verified.
     *
     * @param directory where it runs
     * @param arguments options, class and its arguments
     * @return how it ended
     */
    public static Output java(Path directory, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("-Xverify:all", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        all.addAll(arguments);
        return run(directory, "java", all);
    }

    private static Output run(Path directory, String tool, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(home().resolve("bin").resolve(tool).toString());
        command.addAll(arguments);
        try {
            File printed = Files.createTempFile(directory, tool, ".out").toFile();
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"));
            Process process = builder.redirectOutput(printed).start();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("does not end: " + String.join(" ", command));
            }
            return new Output(String.join(" ", command), process.exitValue(), Files.readString(printed.toPath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
