// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.processor.model.Message;
import dev.pollen.testkit.TestExecutor;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jars of the product, as users get them. */
public final class Product {
    private Product() {}

    /**
     * The annotations.
     *
     * @return their jar
     */
    public static Path annotations() {
        return jar(Async.class);
    }

    /**
     * The runtime.
     *
     * @return its jar
     */
    public static Path runtime() {
        return jar(Future.class);
    }

    /**
     * The processor with all that is shaded into it.
     *
     * @return its jar
     */
    public static Path processor() {
        return jar(Message.class);
    }

    /**
     * The test kit.
     *
     * @return its jar
     */
    public static Path testkit() {
        return jar(TestExecutor.class);
    }

    /**
     * The goals for Maven.
     *
     * @param checkout the root of the product's sources
     * @param version the version of the product
     * @return their jar
     */
    static Path mavenPlugin(Path checkout, String version) {
        Path jar = checkout.resolve("maven-plugin/target/pollen-maven-plugin-" + version + ".jar");
        assumeTrue(Files.isRegularFile(jar), () -> "SKIPPED: " + jar + " is not there: mvn verify makes it");
        return jar;
    }

    /**
     * What a user compiles against and runs with.
     *
     * @param more what else is on the path
     * @return a class path or module path
     */
    public static String path(Path... more) {
        StringBuilder path = new StringBuilder();
        path.append(runtime()).append(File.pathSeparator).append(annotations());
        for (Path entry : more) {
            path.append(File.pathSeparator).append(entry);
        }
        return path.toString();
    }

    private static Path jar(Class<?> type) {
        Path place = location(type);
        assumeTrue(
                Files.isRegularFile(place),
                () -> "SKIPPED: " + place + " is no jar. Real builds are tested with the packaged product: mvn verify");
        return place;
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
