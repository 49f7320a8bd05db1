// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.model.Severity;
import dev.pollen.processor.weave.Weave;
import dev.pollen.processor.weave.classpath.FormerFutures;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.Filer;

/** Weaves the class files of an owner in place and prints what the weaver says. */
final class OwnerWeaver {
    private final Filer filer;
    private final Weaving weaving;
    private final TreeMessages messages;
    private final WovenReport report;

    OwnerWeaver(Filer filer, Weaving weaving, TreeMessages messages, WovenReport report) {
        this.filer = filer;
        this.weaving = weaving;
        this.messages = messages;
        this.report = report;
    }

    /**
     * Weaves an owner whose class file and Future classes are there. A failure of the weaver is reported as ours, at the
     * owner's first async method; the class files stay as javac wrote them.
     *
     * @param owner the owner
     */
    void weave(PendingOwner owner) {
        weave(owner, failure -> messages.printInternalError(owner.internalName(), failure));
    }

    /**
     * Weaves an owner whose Future classes an error has kept from being compiled, so that no class that cannot run is
     * left for an incremental build. The error says what is wrong; a failure that follows from it says nothing new.
     *
     * @param owner the owner, whose own class file is there
     */
    void weaveIncomplete(PendingOwner owner) {
        weave(owner, failure -> {});
    }

    private void weave(PendingOwner owner, Consumer<Throwable> onFailure) {
        try {
            ClassFiles files = new ClassFiles(filer, owner);
            Weave weave = weaving.weave(files.read(owner.binaryName()), futures(owner, files));
            weave.findings().forEach(messages::print);
            write(weave, files);
            report.add(weave);
            if (weave.findings().stream().noneMatch(finding -> finding.message().severity() == Severity.ERROR)) {
                deleteFormer(owner, weave.classes().keySet(), files);
            }
        } catch (NoSuchFileException | FileNotFoundException notWritten) {
            if (!messages.hasErrors()) {
                onFailure.accept(notWritten);
            }
        } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
            onFailure.accept(failure);
        }
    }

    /**
     * Looks through a class that is not woven.
     *
     * @param owner a class whose own class file is there
     */
    void advise(PendingOwner owner) {
        try {
            weaving.advise(new ClassFiles(filer, owner).read(owner.binaryName()))
                    .forEach(messages::print);
        } catch (IOException | UncheckedIOException | IllegalArgumentException notThere) {
            // What cannot be read is not run either.
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            messages.printInternalError(owner.internalName(), failure);
        }
    }

    private static Map<String, byte[]> futures(PendingOwner owner, ClassFiles files) throws IOException {
        Map<String, byte[]> futures = new LinkedHashMap<>();
        for (String future : owner.generatedFutures()) {
            futures.put(future.replace('.', '/'), files.read(future));
        }
        return futures;
    }

    private static void write(Weave weave, ClassFiles files) throws IOException {
        for (Map.Entry<String, byte[]> woven : weave.classes().entrySet()) {
            files.write(Names.binary(woven.getKey()), woven.getValue());
        }
    }

    /**
     * Deletes the Future classes of blocks that a class had when it was compiled before.
     *
     * @param owner a class without async code, whose own class file is there
     */
    void deleteFormer(PendingOwner owner) {
        try {
            deleteFormer(owner, Set.of(), new ClassFiles(filer, owner));
        } catch (IOException | UncheckedIOException | IllegalArgumentException leftThere) {
            // What cannot be deleted is not used either.
        }
    }

    private static void deleteFormer(PendingOwner owner, Set<String> current, ClassFiles files) throws IOException {
        List<String> former = FormerFutures.of(owner.internalName(), current, name -> files.find(Names.binary(name)));
        for (String name : former) {
            files.delete(Names.binary(name));
        }
    }
}
