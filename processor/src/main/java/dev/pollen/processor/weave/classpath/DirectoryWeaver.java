// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.classpath;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.Severity;
import dev.pollen.processor.weave.Weave;
import dev.pollen.processor.weave.Weaver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the class files below a directory in place, after a compiler that is not javac or that ran without the plugin.
 * What is woven already stays as it is. An owner is written after its Future classes, so that a run that is
 * interrupted is made up for by the next one.
 */
public final class DirectoryWeaver {
    private static final String RUNTIME = "dev/pollen/Future";

    private final Path directory;
    private final Library library;
    private final Weaver weaver;
    private final WeaveSettings settings;
    private final BiConsumer<Severity, Finding> said;
    private int written;
    private boolean failed;

    private DirectoryWeaver(
            Path directory, ClassFinder path, WeaveSettings settings, BiConsumer<Severity, Finding> said) {
        this.directory = directory;
        this.library = new ClassFileLibrary(path);
        this.weaver = new Weaver(library, settings.options());
        this.settings = settings;
        this.said = said;
    }

    /**
     * How it ended.
     *
     * @param written how many class files were written
     * @param failed whether there were errors; the classes that have them are as they were
     */
    public record Outcome(int written, boolean failed) {}

    /**
     * Whether Pollen's runtime is on a class path; without it nothing there is async.
     *
     * @param path a class path
     * @return true if it is
     */
    public static boolean hasRuntime(ClassFinder path) {
        return path.find(RUNTIME) != null;
    }

    /**
     * Weaves.
     *
     * @param directory where the class files are
     * @param path where other classes are looked up, the directory's own among them
     * @param settings what the user has set
     * @param said takes messages, in the order of class files and code
     * @return how it ended
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public static Outcome weave(
            Path directory, ClassFinder path, WeaveSettings settings, BiConsumer<Severity, Finding> said) {
        DirectoryWeaver all = new DirectoryWeaver(directory, path, settings, said);
        try {
            for (Path file : ClassPath.classFiles(directory)) {
                all.weave(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outcome(all.written, all.failed);
    }

    private void weave(Path file) throws IOException {
        if (!Files.exists(file)) {
            return; // the Future class of a former block
        }
        byte[] bytes = Files.readAllBytes(file);
        Optional<AsyncOwner> owner = AsyncOwner.read(bytes, library);
        if (owner.isEmpty()) {
            if (AsyncOwner.mentionsFutures(bytes)) {
                weaver.advise(bytes).forEach(this::print);
            }
            deleteFormer(internalName(file), Set.of());
            return;
        }
        Map<String, byte[]> futures = new LinkedHashMap<>();
        for (String name : owner.get().futures()) {
            byte[] future = bytes(name);
            if (future != null) {
                futures.put(name, future);
            }
        }
        Weave weave = weaver.weave(bytes, futures);
        weave.findings().forEach(this::print);
        if (!weave.classes().isEmpty()) {
            write(owner.get().name(), weave.classes());
        } else if (AsyncOwner.isWoven(bytes)) {
            futures.forEach((name, future) -> checkWoven(owner.get().name(), name, future));
        }
    }

    private void write(String owner, Map<String, byte[]> classes) throws IOException {
        List<String> names = new ArrayList<>(classes.keySet());
        names.remove(owner);
        names.add(owner);
        for (String name : names) {
            Files.write(classFile(name), classes.get(name));
            written++;
        }
        deleteFormer(owner, classes.keySet());
    }

    /** The owner is woven: what it does not say any more, nobody can weave the Future class with. */
    private void checkWoven(String owner, String name, byte[] future) {
        if (FrameFactsReader.read(future).isEmpty()) {
            print(new Finding(
                    Message.STALE_OWNER,
                    List.of(Names.binary(name), Names.binary(owner)),
                    new MethodRef(owner, "", ""),
                    0,
                    ""));
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
        Severity severity = settings.allocation().of(finding.message());
        if (severity != null) {
            failed |= severity == Severity.ERROR;
            said.accept(severity, finding);
        }
    }
}
