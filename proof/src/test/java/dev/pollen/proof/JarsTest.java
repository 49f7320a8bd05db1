// SPDX-License-Identifier: Apache-2.0
package dev.pollen.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jars of which nothing is run: each eligible method can be woven, and the JVM's own verifier minds nothing. The jar of Kotlin's
 * library, which another compiler has written, and those that the property {@value #JARS} names as a class path.
 */
@Tag("long")
final class JarsTest {
    private static final String JARS = "pollen.proof.jars";

    @TempDir
    Path directory;

    static Stream<Path> jars() {
        String more = System.getProperty(JARS, "");
        return Stream.concat(
                Stream.of(Suite.jar("kotlin-stdlib-[0-9.]+\\.jar")),
                Stream.of(more.split(File.pathSeparator))
                        .filter(name -> !name.isEmpty())
                        .map(Path::of));
    }

    @ParameterizedTest
    @MethodSource("jars")
    void theVerifierMindsNothing(Path jar) throws Exception {
        List<Path> classPath = Stream.concat(jars(), Suite.classPath().stream()).toList();
        Path woven = directory.resolve(jar.getFileName());
        Tally tally = JarWeaving.of(jar, classPath).into(woven);
        System.out.println(jar.getFileName() + ": " + tally);
        assertEquals(List.of(), tally.defects());
        assertTrue(tally.eligible() == 0 || tally.woven() > 0, tally::toString);
        assertEquals(List.of(), refused(woven, classPath));
    }

    /** Classes that do not pass, though the verifier has all that it asks for. */
    private List<String> refused(Path woven, List<Path> classPath) throws Exception {
        List<URL> urls = new ArrayList<>(List.of(woven.toUri().toURL()));
        for (Path entry : classPath) {
            urls.add(entry.toUri().toURL());
        }
        List<String> refused = new ArrayList<>();
        int linked = 0;
        try (JarFile jar = new JarFile(woven.toFile());
                URLClassLoader loader =
                        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("module-info.class")) {
                    try {
                        // Asks for methods, as that links a class without running its initialiser.
                        loader.loadClass(name.substring(0, name.length() - ".class".length())
                                        .replace('/', '.'))
                                .getDeclaredMethods();
                        linked++;
                    } catch (VerifyError | ClassFormatError | IncompatibleClassChangeError e) {
                        refused.add(name + ": " + e);
                    } catch (NoClassDefFoundError e) {
                        // What the jar needs is not all there.
                    }
                }
            }
        }
        System.out.println("  " + linked + " classes linked of " + Files.size(woven) + " bytes");
        return refused;
    }
}
