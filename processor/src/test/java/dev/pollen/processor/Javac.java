// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.processor.javac.Weaving;
import dev.pollen.processor.weave.Weave;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A user's build: javac, sources on disk, Pollen on the class path, class files to a directory. */
public final class Javac {
    /** Leaves classes as they are. */
    public static final Weaving.Factory NO_WEAVING =
            (library, options) -> (owner, futures) -> new Weave(Map.of(), List.of());

    private final Path output;
    private final List<String> options = new ArrayList<>();
    private final List<Processor> processors = new ArrayList<>();
    private String classPath = locations(Future.class, Async.class);
    private String processorPath = "";

    /**
     * Prepares a run without processors.
     *
     * @param output the directory of class files and generated sources
     */
    public Javac(Path output) {
        this.output = output;
    }

    /** Adds the annotation processor with a stand-in for the weaver. */
    public Javac processor(Weaving.Factory weaving) {
        return processor(new AsyncProcessor(weaving));
    }

    /** Adds an annotation processor. */
    public Javac processor(Processor processor) {
        processors.add(processor);
        return this;
    }

    /** Puts the product itself on the annotation processor path, to be found there by javac. */
    public Javac productOnProcessorPath() {
        processorPath = System.getProperty("java.class.path");
        return this;
    }

    /** Adds a place where classes are looked for. */
    public Javac classPath(Path more) {
        classPath += File.pathSeparator + more;
        return this;
    }

    /** Pollen's class path, and what was added to it. */
    public String classPath() {
        return classPath;
    }

    /** Pollen's class path, and what was added to it. */
    public List<File> classPathFiles() {
        return Stream.of(classPath.split(File.pathSeparator)).map(File::new).toList();
    }

    /** Adds options. */
    public Javac options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Compiles all sources in a directory. */
    public Result compileAll(Path directory) {
        return compile(javaFiles(directory));
    }

    /** Compiles a source that a test holds as text. */
    public Result compileText(String fileName, String text) {
        return compileText(fileName, text, List.of());
    }

    /** Compiles a source that a test holds as text, and files. */
    public Result compileText(String fileName, String text, List<Path> more) {
        try {
            Path file = output.resolve("sources").resolve(fileName);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            List<Path> files = new ArrayList<>(more);
            files.add(0, file);
            return compile(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles files. */
    public Result compile(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            Path empty = Files.createDirectories(output.resolve("empty"));
            Path classes = Files.createDirectories(output.resolve("classes"));
            Path generated = Files.createDirectories(output.resolve("generated"));
            List<String> all = new ArrayList<>(options);
            all.addAll(List.of("-d", classes.toString(), "-s", generated.toString(), "-cp", classPath));
            all.addAll(List.of("-processorpath", processorPath.isEmpty() ? empty.toString() : processorPath));
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, manager, diagnostics, all, null, manager.getJavaFileObjectsFromPaths(files));
            if (processorPath.isEmpty()) {
                task.setProcessors(processors);
            }
            return new Result(task.call(), diagnostics.getDiagnostics(), classes, generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java files in a directory, at any depth. */
    public static List<Path> javaFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A directory of the tests' own resources, in the source tree. */
    public static Path resources(String name) {
        return Path.of("src", "test", "resources", name).toAbsolutePath();
    }

    private static String locations(Class<?>... classes) {
        return String.join(
                File.pathSeparator, Stream.of(classes).map(Javac::location).toList());
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a run of javac gave.
     *
     * @param success whether it ended without error
     * @param diagnostics what it said
     * @param classes the directory of class files
     * @param generated the directory of generated sources
     */
    public record Result(
            boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, Path classes, Path generated) {
        /** The messages of a kind, each as {@code File.java:line:column: text}. */
        public List<String> messages(Diagnostic.Kind kind) {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() == kind)
                    .map(Result::text)
                    .toList();
        }

        /** Fails if javac said anything. */
        public Result silent() {
            if (!success || !diagnostics.isEmpty()) {
                throw new AssertionError(diagnostics);
            }
            return this;
        }

        private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
            String place = diagnostic.getSource() == null
                    ? ""
                    : Path.of(diagnostic.getSource().getName()).getFileName() + ":" + diagnostic.getLineNumber() + ":"
                            + diagnostic.getColumnNumber() + ": ";
            return place + diagnostic.getMessage(Locale.ROOT);
        }
    }
}
