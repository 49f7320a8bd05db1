// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import dev.pollen.processor.weave.classpath.ClassFileLibrary;
import dev.pollen.processor.weave.classpath.ClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Weaves the classes of a jar into a jar of the same entries and what is added to them. */
final class JarWeaving {
    /** Written classes as they come from the weaver. */
    private static final BiFunction<String, byte[], byte[]> AS_THEY_ARE = (name, bytes) -> bytes;

    private final Path jar;
    private final List<Path> classPath;
    private final Predicate<String> chosen;
    private final BiFunction<String, byte[], byte[]> afterwards;

    private JarWeaving(
            Path jar, List<Path> classPath, Predicate<String> chosen, BiFunction<String, byte[], byte[]> afterwards) {
        this.jar = jar;
        this.classPath = classPath;
        this.chosen = chosen;
        this.afterwards = afterwards;
    }

    /**
     * All classes of a jar.
     *
     * @param jar the jar
     * @param classPath where the classes are that it uses, those of the driver included
     */
    static JarWeaving of(Path jar, List<Path> classPath) {
        return new JarWeaving(jar, classPath, name -> true, AS_THEY_ARE);
    }

    /** The same for some classes; the others stay as they are. */
    JarWeaving only(Predicate<String> internalNames) {
        return new JarWeaving(jar, classPath, internalNames, afterwards);
    }

    /** The same with a fault in one class. */
    JarWeaving with(Fault fault, String internalName) {
        return new JarWeaving(
                jar,
                classPath,
                chosen,
                (name, bytes) -> name.equals(internalName) ? fault.plantedIn(bytes) : afterwards.apply(name, bytes));
    }

    /** Writes the woven jar. */
    Tally into(Path woven) throws IOException {
        Tally tally = new Tally();
        List<Path> whole = new ArrayList<>();
        whole.add(jar);
        whole.addAll(classPath);
        try (ClassPath path = ClassPath.of(whole);
                JarFile in = new JarFile(jar.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(woven))) {
            ClassFileLibrary library = new ClassFileLibrary(path);
            for (JarEntry entry : Collections.list(in.entries())) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                if (isSignature(entry.getName())) {
                    continue;
                }
                if (isChosen(entry.getName())) {
                    weave(bytes, library, tally, entry.getName(), out);
                } else {
                    write(out, entry.getName(), bytes);
                }
            }
        }
        return tally;
    }

    /** What was signed is changed. */
    private static boolean isSignature(String entry) {
        return entry.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
    }

    private boolean isChosen(String entry) {
        return entry.endsWith(".class")
                && !entry.startsWith("META-INF/")
                && !entry.endsWith("module-info.class")
                && chosen.test(internalName(entry));
    }

    private static String internalName(String entry) {
        return entry.substring(0, entry.length() - ".class".length());
    }

    private void weave(byte[] bytes, ClassFileLibrary library, Tally tally, String entry, JarOutputStream out)
            throws IOException {
        String owner = internalName(entry);
        ClassWeaving.Result result = ClassWeaving.of(bytes, library);
        tally.add(owner, result);
        if (result.classes().isEmpty()) {
            write(out, entry, bytes);
            return;
        }
        for (Map.Entry<String, byte[]> written : result.hidden().entrySet()) {
            byte[] code = afterwards.apply(written.getKey(), written.getValue());
            write(out, written.getKey() + ".class", code);
        }
    }

    private static void write(JarOutputStream out, String entry, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(entry));
        out.write(bytes);
        out.closeEntry();
    }
}
