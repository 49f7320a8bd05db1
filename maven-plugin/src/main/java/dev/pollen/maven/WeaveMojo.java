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

/**
 * Weaves the module's classes in place, after a compiler that is not javac, or that ran with {@code -proc:none}. Classes that are
 * woven already stay as they are, so the goal may run as often as it likes.
 */
@Mojo(
        name = "weave",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class WeaveMojo extends Weaving {
    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File classes;

    @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true, required = true)
    private List<String> classPath;

    /** Made by Maven. */
    public WeaveMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        weave(classes, classPath);
    }
}
