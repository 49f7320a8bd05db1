// SPDX-License-Identifier: Apache-2.0
package dev.pollen.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Weaves the classes of the module's tests in place, as {@code weave} does its own. */
@Mojo(
        name = "testWeave",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class TestWeaveMojo extends Weaving {
    @Parameter(defaultValue = "${project.build.testOutputDirectory}", readonly = true, required = true)
    private File classes;

    @Parameter(defaultValue = "${project.testClasspathElements}", readonly = true, required = true)
    private List<String> classPath;

    /** Made by Maven. */
    public TestWeaveMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        weave(classes, classPath);
    }
}
