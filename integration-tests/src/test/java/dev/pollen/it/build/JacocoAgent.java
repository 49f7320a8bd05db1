// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.build;

import java.nio.file.Path;

/** The agent of a coverage tool, which changes classes as Pollen's does. */
final class JacocoAgent {
    private JacocoAgent() {}

    /**
     * How a program is started with it.
     *
     * @param classes which ones it changes
     * @param exec where its counters go
     * @return an option of {@code java}
     */
    static String option(String classes, Path exec) {
        String version = System.getProperty("jacoco.version");
        Path jar = Path.of(System.getProperty("pollen.maven.repository"))
                .resolve("org/jacoco/org.jacoco.agent")
                .resolve(version)
                .resolve("org.jacoco.agent-" + version + "-runtime.jar");
        return "-javaagent:" + jar + "=includes=" + classes + ",destfile=" + exec;
    }
}
