// SPDX-License-Identifier: Apache-2.0
package dev.pollen.maven;

import dev.pollen.processor.cli.SizeCheck;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.Severity;
import dev.pollen.processor.report.SizeLimit;
import dev.pollen.processor.weave.classpath.ClassPath;
import dev.pollen.processor.weave.classpath.DirectoryWeaver;
import dev.pollen.processor.weave.classpath.WeaveSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the weaving of a module's own classes and of its tests' have in common. */
abstract class Weaving extends AbstractMojo {
    /** Leaves all classes as they are. */
    @Parameter(property = "pollen.skip", defaultValue = "false")
    private boolean skip;

    /** Whether frames also keep variables that are in scope and no longer needed, for the debugger. */
    @Parameter(property = "pollen.debug", defaultValue = "false")
    private boolean debug;

    /** What to say of allocation in async code: {@code off}, {@code report}, {@code warn} or {@code error}. */
    @Parameter(property = "pollen.alloc", defaultValue = "report")
    private String alloc;

    /**
     * Weaves.
     *
     * @param directory where the class files are; it need not be there
     * @param classPath what they were compiled with
     * @throws MojoExecutionException if a setting is wrong or a file cannot be read or written
     * @throws MojoFailureException if there are errors in the classes
     */
    final void weave(File directory, List<String> classPath) throws MojoExecutionException, MojoFailureException {
        if (skip || !directory.isDirectory()) {
            getLog().debug(skip ? "skipped" : directory + " is not there");
            return;
        }
        DirectoryWeaver.Outcome outcome;
        List<SizeLimit.Exceeded> tooLarge;
        try (ClassPath path = ClassPath.of(classPath.stream().map(Path::of).toList())) {
            if (!DirectoryWeaver.hasRuntime(path)) {
                getLog().info("pollen-runtime is not on the class path of this module: nothing to weave");
                return;
            }
            WeaveSettings settings = WeaveSettings.of(Map.of("debug", String.valueOf(debug), "alloc", alloc));
            outcome = DirectoryWeaver.weave(directory.toPath(), path, settings, this::say);
            tooLarge = SizeCheck.of(directory.toPath(), path);
        } catch (RuntimeException e) {
            throw new MojoExecutionException("cannot weave " + directory + ": " + e.getMessage(), e);
        }
        getLog().info("wrote " + outcome.written() + " class files");
        for (SizeLimit.Exceeded task : tooLarge) {
            getLog().error(task.task().method() + ": "
                    + Message.TASK_TOO_LARGE.text(task.arguments().toArray()));
        }
        if (outcome.failed() || !tooLarge.isEmpty()) {
            throw new MojoFailureException("there are classes that cannot be woven, or are too large, see above");
        }
    }

    private void say(Severity severity, Finding finding) {
        String text = finding.place() + ": " + finding.text();
        switch (severity) {
            case ERROR -> getLog().error(text);
            case WARNING -> getLog().warn(text);
            default -> getLog().info(text);
        }
    }
}
