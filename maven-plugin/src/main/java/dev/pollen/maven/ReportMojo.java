// SPDX-License-Identifier: Apache-2.0
package dev.pollen.maven;

import dev.pollen.processor.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Prints the sizes of the module's tasks, as the command line's {@code report} does. */
@Mojo(
        name = "report",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class ReportMojo extends AbstractMojo {
    /** Prints nothing. */
    @Parameter(property = "pollen.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File classes;

    @Parameter(defaultValue = "${project.compileClasspathElements}", readonly = true, required = true)
    private List<String> classPath;

    /** Made by Maven. */
    public ReportMojo() {}

    @Override
    public void execute() throws MojoFailureException {
        if (skip || !classes.isDirectory()) {
            return;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = Main.run(
                List.of("report", "--class-path", String.join(File.pathSeparator, classPath), classes.toString()),
                out,
                out);
        said.toString(StandardCharsets.UTF_8).lines().forEach(getLog()::info);
        if (exit != 0) {
            throw new MojoFailureException("there is no report, see above");
        }
    }
}
