// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local repository in which the product of this build is installed. Everything else is linked from the repository of
 * the build that runs the tests, to which nothing is added.
 *
 * <pre>
 *   org, com, ..      linked
 *   dev/..            linked, but
 *   dev/pollen        the jars and poms of this build
 * </pre>
 */
final class MavenRepository implements AutoCloseable {
    private static final List<String> GROUP = List.of("dev", "pollen");

    private final Path directory;
    private final String version;

    private MavenRepository(Path directory, String version) {
        this.directory = directory;
        this.version = version;
    }

    /**
     * Makes a repository.
     *
     * @param directory where it will be
     * @param outer the repository of the build that runs the tests
     * @param checkout the root of the product's sources, for the poms
     * @param version the version of the product
     * @return the repository
     */
    static MavenRepository create(Path directory, Path outer, Path checkout, String version) {
        MavenRepository repository = new MavenRepository(directory, version);
        try {
            Files.createDirectories(directory);
            repository.link(outer, directory, GROUP);
            repository.install("pollen-parent", checkout.resolve("pom.xml"), null);
            repository.install("pollen-annotations", checkout.resolve("annotations/pom.xml"), Product.annotations());
            repository.install("pollen-runtime", checkout.resolve("runtime/pom.xml"), Product.runtime());
            repository.install("pollen-testkit", checkout.resolve("testkit/pom.xml"), Product.testkit());
            repository.install(
                    "pollen-processor", checkout.resolve("processor/dependency-reduced-pom.xml"), Product.processor());
            repository.install(
                    "pollen-maven-plugin",
                    checkout.resolve("maven-plugin/pom.xml"),
                    Product.mavenPlugin(checkout, version));
        } catch (UnsupportedOperationException e) {
            abort("SKIPPED: no symbolic links in " + directory + ": " + e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return repository;
    }

    /**
     * Where it is.
     *
     * @return a directory
     */
    Path directory() {
        return directory;
    }

    /** Links what is in a directory, but goes down the path to the product's group and leaves that out. */
    private void link(Path from, Path to, List<String> left) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.getFileName().toString().equals(left.get(0))) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
        Path own = Files.createDirectories(to.resolve(left.get(0)));
        Path next = from.resolve(left.get(0));
        if (left.size() > 1 && Files.isDirectory(next)) {
            link(next, own, left.subList(1, left.size()));
        }
    }

    /** Deletes the links, so that nobody who deletes the directory comes near the other repository. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private void install(String artifact, Path pom, Path jar) throws IOException {
        Path place =
                directory.resolve(String.join("/", GROUP)).resolve(artifact).resolve(version);
        Files.createDirectories(place);
        Files.copy(pom, place.resolve(artifact + "-" + version + ".pom"));
        if (jar != null) {
            Files.copy(jar, place.resolve(artifact + "-" + version + ".jar"));
        }
    }
}
