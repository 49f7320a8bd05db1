// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.processor.model.Message;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One compilation by the javac of the JDK that runs the test, as a user's build would do it, and a class loader that
 * sees nothing but what was compiled and the runtime.
 */
public final class Build {
    /** What lets a JVM end soonest that lives for seconds. */
    static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final List<String> options = new ArrayList<>();
    private final List<Path> first = new ArrayList<>();
    private final Path classes;
    private boolean succeeded;

    /** Prepares a build into a directory of its own. */
    public Build(Path output) {
        this.classes = output;
        options.addAll(List.of("-d", classes.toString(), "-encoding", "UTF-8"));
    }

    /** Weaves. */
    public Build woven() {
        options.addAll(List.of("-processorpath", processorPath(), "-Xlint:all", "-Apollen.alloc=off"));
        return this;
    }

    /** Puts classes before the runtime. */
    public Build before(Path directory) {
        first.add(directory);
        return this;
    }

    /** Adds options. */
    public Build options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Compiles, and fails if javac reports an error. */
    public Build compile(List<Path> sources) {
        List<String> errors = diagnose(sources).stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
        if (!errors.isEmpty() || !succeeded) {
            throw new AssertionError(String.join(System.lineSeparator(), errors));
        }
        return this;
    }

    /**
     * Compiles without Pollen: in a process of its own, because within this one javac finds the plugin on the class path
     * of the tests.
     */
    public Build compilePlain(List<Path> sources) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        SHORT_LIVED.forEach(flag -> command.add("-J" + flag));
        command.addAll(options);
        command.addAll(List.of("-proc:none", "-classpath", String.join(File.pathSeparator, classPath())));
        sources.forEach(source -> command.add(source.toString()));
        try {
            Files.createDirectories(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(command);
        return this;
    }

    /**
     * Weaves by the command line, in a process of its own, and fails if that fails.
     *
     * @param java which JVM
     * @param classes what is woven
     * @return what it prints
     */
    static String weave(String java, Path classes) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(SHORT_LIVED);
        command.addAll(List.of("-cp", processorPath(), "dev.pollen.processor.cli.Main", "weave"));
        command.addAll(List.of("--class-path", runtimePath(), classes.toString()));
        return run(command);
    }

    /** Runs a program in a process of its own, gives what it prints, and fails if it fails. */
    private static String run(List<String> command) {
        try {
            Path printed = Files.createTempFile("pollen", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            boolean failed = process.waitFor() != 0;
            String text = Files.readString(printed);
            Files.delete(printed);
            if (failed) {
                throw new AssertionError("failed: " + command + System.lineSeparator() + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compiles, and gives all that javac has to say. */
    public List<Diagnostic<? extends JavaFileObject>> diagnose(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            Files.createDirectories(classes);
            List<String> all = new ArrayList<>(options);
            all.addAll(List.of("-classpath", String.join(File.pathSeparator, classPath())));
            succeeded = compiler.getTask(
                            null, files, diagnostics, all, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics();
    }

    /** Whether javac said so the last time. */
    public boolean succeeded() {
        return succeeded;
    }

    /** A new loader of what was compiled, with a runtime of its own. */
    public URLClassLoader loader() {
        List<URL> urls = new ArrayList<>(List.of(url(classes)));
        classPath().forEach(entry -> urls.add(url(Path.of(entry))));
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** The directory of the class files. */
    public Path classes() {
        return classes;
    }

    private List<String> classPath() {
        List<String> entries = new ArrayList<>();
        first.forEach(directory -> entries.add(directory.toString()));
        entries.addAll(List.of(runtimePath().split(File.pathSeparator)));
        return entries;
    }

    /** What woven classes run with. */
    public static String runtimePath() {
        return location(Future.class) + File.pathSeparator + location(Async.class);
    }

    /** The shaded jar is all that javac needs; a directory of classes needs what stands beside it. */
    static String processorPath() {
        Path processor = location(Message.class);
        return Files.isDirectory(processor) ? System.getProperty("java.class.path") : processor.toString();
    }

    private static Path location(Class<?> type) {
        try {
            URI uri = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The Java files in a directory of the tests' own resources. */
    public static List<Path> sources(String resources) {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", resources))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
