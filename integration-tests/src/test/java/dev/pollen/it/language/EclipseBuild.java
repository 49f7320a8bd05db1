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
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** A compilation by Eclipse's compiler, which can run our annotation processor and knows nothing of javac. */
final class EclipseBuild {
    private static final Pattern ERROR = Pattern.compile("\\d+\\. ERROR in \\S*?(\\w+)\\.java ");
    private static final Pattern UNWOVEN = Pattern.compile("(?m)^box\\.(\\w+)\\S*: error: (POLLEN-\\d+)");

    private final Path classes;
    private final int release;
    private final List<String> options = new ArrayList<>();
    private final List<String> classPath = new ArrayList<>();
    private final Set<String> refused = new TreeSet<>();
    private final Set<String> failed = new TreeSet<>();
    private String said = "";

    EclipseBuild(Path classes, int release) {
        this.classes = classes;
        this.release = release;
        classPath.addAll(List.of(Build.runtimePath().split(File.pathSeparator)));
    }

    /** Puts classes before the runtime. */
    EclipseBuild before(Path directory) {
        classPath.add(0, directory.toString());
        return this;
    }

    /** Runs our annotation processor. */
    EclipseBuild processor() {
        String generated =
                classes.resolveSibling(classes.getFileName() + "-sources").toString();
        options.addAll(List.of("-processorpath", Build.processorPath(), "-s", generated));
        return this;
    }

    /** Compiles. Methods that Eclipse's compiler refuses are written all the same, and throw. */
    EclipseBuild compile(List<Path> sources) {
        List<String> arguments = new ArrayList<>(List.of("-" + release, "-g", "-proceedOnError"));
        arguments.addAll(List.of("-encoding", "UTF-8", "-d", classes.toString()));
        // It forgets the processor path where the class path follows.
        arguments.addAll(List.of("-classpath", String.join(File.pathSeparator, classPath)));
        arguments.addAll(options);
        if (options.isEmpty()) {
            arguments.add("-proc:none");
        }
        sources.forEach(source -> arguments.add(source.toString()));
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        BatchCompiler.compile(arguments.toArray(String[]::new), out, out, null);
        said = text.toString();
        Matcher error = ERROR.matcher(said);
        while (error.find()) {
            refused.add(error.group(1));
        }
        return this;
    }

    /** What Eclipse's compiler has said. */
    String said() {
        return said;
    }

    /** The programs that Eclipse's compiler takes for wrong. */
    Set<String> refused() {
        return refused;
    }

    /** Weaves by the command line. */
    EclipseBuild weave() {
        String text = java(
                "-cp",
                Build.processorPath(),
                "dev.pollen.processor.cli.Main",
                "weave",
                "--alloc",
                "off",
                "--class-path",
                Build.runtimePath(),
                classes.toString());
        Matcher error = UNWOVEN.matcher(text);
        while (error.find()) {
            failed.add(error.group(1) + " " + error.group(2));
        }
        return this;
    }

    /** Programs that the weaver has refused, and with which message. */
    Set<String> failed() {
        return failed;
    }

    /** Loads all classes of a directory in a process with the agent, which writes down what it makes of them. */
    void loadWithAgent(Path unwoven, Path dump) {
        String path = unwoven + File.pathSeparator + Build.runtimePath();
        Path tests = Path.of(LoadAll.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        String text = java(
                "-javaagent:" + Build.processorPath() + "=dump=" + dump,
                "-cp",
                path + File.pathSeparator + tests,
                LoadAll.class.getName(),
                unwoven.toString());
        if (!text.endsWith("loaded\n")) {
            throw new AssertionError(text);
        }
    }

    private static String java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Build.SHORT_LIVED);
        command.addAll(List.of(arguments));
        try {
            Path printed = Files.createTempFile("pollen", ".out");
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start()
                    .waitFor();
            String text = Files.readString(printed);
            Files.delete(printed);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The directory of the class files. */
    Path classes() {
        return classes;
    }

    /** Copies the class files as they are. */
    Path copy(Path to) throws IOException {
        for (Path file : classFiles(classes)) {
            Path target = to.resolve(classes.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return to;
    }

    /** The class files below a directory. */
    static List<Path> classFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }

    /** A new loader of what was compiled, with a runtime of its own. */
    URLClassLoader loader() {
        try {
            List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
            for (String entry : classPath) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
