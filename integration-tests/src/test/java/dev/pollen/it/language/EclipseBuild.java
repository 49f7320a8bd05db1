// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** A compilation by Eclipse's compiler, which runs our annotation processor and knows nothing of javac. */
final class EclipseBuild {
    private static final Pattern ERROR = Pattern.compile("\\d+\\. ERROR in \\S*?(\\w+)\\.java ");
    private static final Pattern UNWOVEN = Pattern.compile("(?m)^box\\.(\\w+)\\S*: error: (POLLEN-\\d+)");

    private final Path classes;
    private final int release;
    private final Set<String> refused = new TreeSet<>();
    private final Set<String> failed = new TreeSet<>();

    EclipseBuild(Path classes, int release) {
        this.classes = classes;
        this.release = release;
    }

    /** Compiles; methods that Eclipse's compiler refuses throw. */
    EclipseBuild compile(List<Path> sources) {
        List<String> arguments = new ArrayList<>(List.of(
                "-" + release,
                "-g",
                "-nowarn",
                "-proceedOnError",
                "-encoding",
                "UTF-8",
                "-classpath",
                Build.runtimePath(),
                "-processorpath",
                Build.processorPath(),
                "-s",
                classes.resolveSibling(classes.getFileName() + "-sources").toString(),
                "-d",
                classes.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        BatchCompiler.compile(arguments.toArray(String[]::new), out, out, null);
        Matcher error = ERROR.matcher(said.toString());
        while (error.find()) {
            refused.add(error.group(1));
        }
        return this;
    }

    /** The programs that Eclipse's compiler takes for wrong. */
    Set<String> refused() {
        return refused;
    }

    /** Weaves by the command line. */
    EclipseBuild weave() {
        try {
            Path printed = Files.createTempFile("pollen", ".out");
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            Build.processorPath(),
                            "dev.pollen.processor.cli.Main",
                            "weave",
                            "--class-path",
                            Build.runtimePath(),
                            classes.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start()
                    .waitFor();
            String text = Files.readString(printed);
            Files.delete(printed);
            Matcher error = UNWOVEN.matcher(text);
            while (error.find()) {
                failed.add(error.group(1) + " " + error.group(2));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the weaver took for wrong: programs and messages. */
    Set<String> failed() {
        return failed;
    }

    /** A new loader of what was compiled, with a runtime of its own. */
    URLClassLoader loader() {
        try {
            List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
            for (String entry : Build.runtimePath().split(File.pathSeparator)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
