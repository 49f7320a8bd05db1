// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.interleavings.Scenario;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No primitive is forgotten: each class of the package that is used from several threads is a field of a scenario, and each
 * of its futures is one that a scenario cancels while something else happens. What a scenario cancels is seen by executing
 * it once.
 */
final class CoverageTest {
    private static final String PACKAGE = "dev.pollen.sync.";

    /** Classes of the package: those of the product, from a directory or a jar, or those of these tests. */
    private static List<Class<?>> classes(Class<?> beside) throws IOException, ReflectiveOperationException {
        URI file = uri(beside);
        if (!file.getScheme().equals("jar")) {
            return classes(Path.of(file).getParent());
        }
        try (FileSystem jar = FileSystems.newFileSystem(file, Map.of())) {
            return classes(jar.getPath("/" + PACKAGE.replace('.', '/')));
        }
    }

    private static URI uri(Class<?> of) {
        try {
            return of.getResource(of.getSimpleName() + ".class").toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Class<?>> classes(Path home) throws IOException, ReflectiveOperationException {
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.equals("package-info.class")) {
                    found.add(Class.forName(PACKAGE + name.substring(0, name.length() - ".class".length())));
                }
            }
        }
        return found;
    }

    private static List<Scenario> scenarios() throws IOException, ReflectiveOperationException {
        List<Scenario> scenarios = new ArrayList<>();
        for (Class<?> each : classes(CoverageTest.class)) {
            if (Scenario.class.isAssignableFrom(each) && !Modifier.isAbstract(each.getModifiers())) {
                Constructor<?> made = each.getDeclaredConstructor();
                made.setAccessible(true);
                scenarios.add((Scenario) made.newInstance());
            }
        }
        return scenarios;
    }

    /** The source of the primitive forms has the scenarios; those of numbers have some, too. */
    private static String withoutForm(String name) {
        return name.replaceFirst("^(Int|Long)(?=[A-Z])", "");
    }

    private static String name(Class<?> of) {
        return of.getName().substring(PACKAGE.length());
    }

    @Test
    void eachPrimitiveHasAScenario() throws Exception {
        Set<String> missing = new TreeSet<>();
        for (Class<?> each : classes(Channel.class)) {
            // Of a future, cancels are asked for below; exceptions are thrown, and what is abstract has subclasses.
            if (Modifier.isPublic(each.getModifiers())
                    && !each.isMemberClass()
                    && !Waiter.class.isAssignableFrom(each)
                    && !Throwable.class.isAssignableFrom(each)) {
                missing.add(name(each));
            }
        }
        assertTrue(missing.contains("Channel") && missing.contains("IntChannel"), "looked at the wrong place");
        for (Scenario scenario : scenarios()) {
            for (Field field : scenario.getClass().getDeclaredFields()) {
                if (field.getType().getName().startsWith(PACKAGE)) {
                    missing.remove(name(field.getType()));
                }
            }
        }
        assertEquals(Set.of(), missing, "no scenario has a field of these");
    }

    @Test
    void eachFutureIsCancelledByAScenario() throws Exception {
        Set<String> missing = new TreeSet<>();
        for (Class<?> each : classes(Channel.class)) {
            if (Waiter.class.isAssignableFrom(each) && !Modifier.isAbstract(each.getModifiers())) {
                missing.add(withoutForm(name(each)));
            }
        }
        // The base of the one with a rank, and a future of its own.
        assertTrue(missing.contains("Channel$Send"), "looked at the wrong place");
        TreeMap<String, Set<String>> cancelled = new TreeMap<>();
        for (Scenario scenario : scenarios()) {
            Object future = scenario.once().cancelled();
            if (future != null) {
                String name = withoutForm(name(future.getClass()));
                missing.remove(name);
                cancelled
                        .computeIfAbsent(name, any -> new TreeSet<>())
                        .add(scenario.getClass().getSimpleName());
            }
        }
        cancelled.forEach((future, by) -> System.out.println(future + " is cancelled in " + by));
        assertEquals(Set.of(), missing, "no scenario cancels these");
    }
}
