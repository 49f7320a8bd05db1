// SPDX-License-Identifier: Apache-2.0
package dev.pollen.interleavings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A scenario and all of ours that it reaches once more, with mutations, in a package of their own: {@code
 * mutant1n3.executor.TaskPool}. The checker knows classes by their names alone, so they can be no classes of the same names
 * in another loader; they are written beside the classes of the tests.
 */
final class Mutant {
    private static final AtomicInteger MUTANTS = new AtomicInteger();
    private static final String OURS = "dev/pollen/";

    /** Two JVMs of the build write to the same directory. */
    private static final String JVM = System.getProperty("pollen.interleavings.jvm", "1");

    private final String prefix = "mutant" + JVM + "n" + MUTANTS.incrementAndGet() + "/";
    private final List<Mutation> mutations;
    private final Set<Mutation> applied = new HashSet<>();
    private final Set<String> reached = new HashSet<>();
    private final Deque<String> toWrite = new ArrayDeque<>();

    private Mutant(List<Mutation> mutations) {
        this.mutations = mutations;
    }

    /** The class of a scenario, as it is among the mutants; each mutation has changed something. */
    static Class<?> of(Class<? extends Scenario> scenario, List<Mutation> mutations) {
        Mutant mutant = new Mutant(mutations);
        String name = mutant.rename(scenario.getName().replace('.', '/'));
        try {
            mutant.write();
            return Class.forName(name.replace('/', '.'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private String rename(String original) {
        if (!original.startsWith(OURS)) {
            return original;
        }
        if (reached.add(original)) {
            toWrite.add(original);
        }
        // No name of a test: what is left of an earlier run is none.
        return prefix + original.substring(OURS.length()).replace("InterleavingsTest", "Mutated");
    }

    private void write() throws IOException {
        Path classes = classesOfTests();
        while (!toWrite.isEmpty()) {
            String original = toWrite.remove();
            try (InputStream file = Mutant.class.getClassLoader().getResourceAsStream(original + ".class")) {
                if (file != null) { // annotations that are not kept are named and not there
                    Path written = classes.resolve(rename(original) + ".class");
                    Files.createDirectories(written.getParent());
                    Files.write(written, mutated(original, file.readAllBytes()));
                }
            }
        }
        for (Mutation mutation : mutations) {
            if (!applied.contains(mutation)) {
                throw new IllegalStateException("nothing to break: " + mutation + "; the code has moved, so find the"
                        + " place where the same bug could be made now");
            }
        }
    }

    private static Path classesOfTests() {
        try {
            return Path.of(Mutant.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] mutated(String original, byte[] file) {
        ClassNode read = new ClassNode();
        new ClassReader(file).accept(read, 0);
        for (MethodNode method : read.methods) {
            change(original, method, Environment.REPLACED);
            change(original, method, mutations);
        }
        // What changes keeps the frames around it; the stack may grow by a constant.
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        read.accept(new ClassRemapper(writer, new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String internalName) {
                return rename(internalName);
            }
        }));
        return writer.toByteArray();
    }

    private void change(String owner, MethodNode method, List<Mutation> by) {
        for (Mutation mutation : by) {
            if (mutation.apply(owner, method)) {
                applied.add(mutation);
            }
        }
    }
}
