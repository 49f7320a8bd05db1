// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.cli;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.Severity;
import dev.pollen.processor.weave.Weave;
import dev.pollen.processor.weave.WeaveOptions;
import dev.pollen.processor.weave.Weaver;
import dev.pollen.processor.weave.classpath.AsyncOwner;
import dev.pollen.processor.weave.classpath.ClassFileLibrary;
import dev.pollen.processor.weave.classpath.ClassPath;
import dev.pollen.processor.weave.classpath.FormerFutures;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code weave [--class-path PATH] DIR}: weaves the classes below a directory, for a compiler that is not javac or that ran
 * without the plugin. Classes that are woven already stay as they are.
 */
final class WeaveCommand {
    private static final String RUNTIME = "dev/pollen/Future";

    private final Path directory;
    private final Library library;
    private final Weaver weaver;
    private final PrintStream err;
    private int written;
    private boolean failed;

    private WeaveCommand(Path directory, Library library, PrintStream err) {
        this.directory = directory;
        this.library = library;
        this.weaver = new Weaver(library, WeaveOptions.DEFAULT);
        this.err = err;
    }

    /** Returns the exit code. */
    static int run(List<String> args, PrintStream out, PrintStream err) {
        Arguments arguments = Arguments.parse("weave", args);
        try (ClassPath path = ClassPath.of(arguments.classPath())) {
            if (path.find(RUNTIME) == null) {
                throw new UsageException("weave needs the class path that the classes were compiled with, and Pollen's"
                        + " runtime is not on it: add --class-path");
            }
            WeaveCommand command = new WeaveCommand(arguments.directory(), new ClassFileLibrary(path), err);
            for (Path file : ClassPath.classFiles(arguments.directory())) {
                command.weave(file);
            }
            out.println("wrote " + command.written + " class files");
            return command.failed ? 1 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void weave(Path file) throws IOException {
        if (!Files.exists(file)) {
            return; // the Future class of a former block
        }
        byte[] bytes = Files.readAllBytes(file);
        Optional<AsyncOwner> owner = AsyncOwner.read(bytes, library);
        if (owner.isEmpty()) {
            deleteFormer(internalName(file), Set.of());
            return;
        }
        Map<String, byte[]> futures = new LinkedHashMap<>();
        for (String future : owner.get().futures()) {
            Path source = classFile(future);
            if (Files.exists(source)) {
                futures.put(future, Files.readAllBytes(source));
            }
        }
        Weave weave = weaver.weave(bytes, futures);
        weave.findings().forEach(this::print);
        for (Map.Entry<String, byte[]> woven : weave.classes().entrySet()) {
            Files.write(classFile(woven.getKey()), woven.getValue());
            written++;
        }
        if (!weave.classes().isEmpty()) {
            deleteFormer(owner.get().name(), weave.classes().keySet());
        }
    }

    private String internalName(Path file) {
        String path = directory.relativize(file).toString().replace(File.separatorChar, '/');
        return path.substring(0, path.length() - ".class".length());
    }

    private void deleteFormer(String owner, Set<String> current) throws IOException {
        for (String former : FormerFutures.of(owner, current, this::bytes)) {
            Files.delete(classFile(former));
        }
    }

    private byte @Nullable [] bytes(String internalName) {
        Path file = classFile(internalName);
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path classFile(String internalName) {
        return directory.resolve(internalName + ".class");
    }

    private void print(Finding finding) {
        Severity severity = finding.message().severity();
        if (severity == Severity.ERROR) {
            failed = true;
        }
        String place = Names.binary(finding.method().owner()) + "."
                + finding.method().name() + (finding.line() > 0 ? ":" + finding.line() : "");
        err.println(place + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + finding.text());
    }
}
