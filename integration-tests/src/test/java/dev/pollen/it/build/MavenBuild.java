// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.Invoker;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * The Maven of the build that runs the tests, on the JDK that runs them, offline: what a fixture needs, that build has
 * fetched for itself.
 */
final class MavenBuild implements AutoCloseable {
    private static final String VERSION = "pollen.version";
    private static final String HOME = "maven.home";
    private static final int LIMIT_SECONDS = 300;

    private final Path home;
    private final Properties properties = new Properties();
    private final MavenRepository repository;

    private MavenBuild(Path home, MavenRepository repository) {
        this.home = home;
        this.repository = repository;
        for (String version : List.of(
                VERSION,
                "antrun-plugin.version",
                "compiler-plugin.version",
                "ecj.version",
                "jacoco.version",
                "junit.version",
                "lombok.version",
                "resources-plugin.version",
                "surefire-plugin.version")) {
            properties.setProperty(version, System.getProperty(version));
        }
        // Which remote repository a file came from is not asked: under either name, in Maven 3.8 and since 3.9.
        properties.setProperty("maven.legacyLocalRepo", "true");
        properties.setProperty("aether.enhancedLocalRepository.trackingFilename", "nothing-is-tracked");
        properties.setProperty("style.color", "never");
    }

    /**
     * Prepares builds; skips the test where no Maven runs it.
     *
     * @param directory where the local repository will be
     * @return the build
     */
    static MavenBuild prepare(Path directory) {
        String home = System.getProperty(HOME, "");
        assumeTrue(
                Files.isDirectory(Path.of(home).resolve("lib")),
                () -> "SKIPPED: the system property " + HOME + " names no Maven (\"" + home
                        + "\"), so builds with Maven are not tested. mvn verify sets it");
        return new MavenBuild(
                Path.of(home),
                MavenRepository.create(
                        directory.resolve("repository"),
                        Path.of(System.getProperty("pollen.maven.repository")),
                        Path.of(System.getProperty("pollen.checkout")),
                        System.getProperty(VERSION)));
    }

    /**
     * Runs a goal.
     *
     * @param project what is built
     * @param arguments goals and options
     * @return how it ended
     */
    Output run(Project project, String... arguments) {
        StringBuffer said = new StringBuffer();
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(project.file("").toFile())
                .setJavaHome(Jdk.home().toFile())
                .setLocalRepositoryDirectory(repository.directory().toFile())
                .setProperties(properties)
                .setMavenOpts("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
                .setOffline(true)
                .setBatchMode(true)
                .setOutputHandler(line -> said.append(line).append('\n'))
                .setErrorHandler(line -> said.append(line).append('\n'))
                .addArgs(List.of(arguments));
        request.setTimeoutInSeconds(LIMIT_SECONDS);
        Invoker invoker = new DefaultInvoker().setMavenHome(home.toFile());
        try {
            InvocationResult result = invoker.execute(request);
            if (result.getExecutionException() != null) {
                throw new AssertionError(said.toString(), result.getExecutionException());
            }
            return new Output("mvn " + String.join(" ", arguments), result.getExitCode(), said.toString());
        } catch (MavenInvocationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        repository.close();
    }
}
