// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.AwaitChain;
import dev.pollen.Future;
import dev.pollen.StateMachine;
import dev.pollen.it.build.Product;
import dev.pollen.it.build.Project;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.ClassLayout;

/**
 * Calls that can be overridden, methods that await themselves, and generators: what the report promises is what is made
 * with the pool, and nothing is made later, but for classes that nobody could know.
 */
class ReceiversTest {
    private static URLClassLoader loader;
    private static Method claim;
    private static Method allocated;
    private static String report;
    private static String bytes;

    @BeforeAll
    static void compile(@TempDir Path directory) throws Exception {
        Project project = Project.copy("receivers", directory);
        project.javacWithProcessor().succeeded();
        report = project.java(
                        "-jar",
                        Product.processor().toString(),
                        "report",
                        "--class-path",
                        Product.path(),
                        project.classes().toString())
                .succeeded()
                .text();
        // In the interpreter: the JVM makes strings on the thread that asks for a method to be compiled by C2, whenever
        // that is.
        bytes = project.java(
                        "-Xint",
                        "-cp",
                        Product.path(project.classes()),
                        "receivers.Scenes",
                        "known",
                        "open",
                        "recursive",
                        "expression",
                        "streaming")
                .succeeded()
                .text();
        URL[] path = {project.classes().toUri().toURL()};
        loader = new URLClassLoader(path, ReceiversTest.class.getClassLoader());
        Class<?> scenes = Class.forName("receivers.Scenes", true, loader);
        claim = scenes.getMethod("claim", String.class);
        allocated = scenes.getMethod("allocated", Object.class, int.class);
    }

    @AfterAll
    static void close() throws Exception {
        if (loader != null) {
            loader.close();
        }
    }

    /** What one slot of a task takes beside its frame, as the report says. */
    private static String children(String task) {
        Matcher row = Pattern.compile("(?m)^Rounds\\." + task + " +\\d+ +\\d+ +(\\d+\\+?) ")
                .matcher(report);
        assertTrue(row.find(), report);
        return row.group(1);
    }

    /** Adds up futures, arrays of futures and chains that an object holds. */
    private static long held(Object holder, Set<Object> seen) throws IllegalAccessException {
        long sum = 0;
        for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && isMade(field.getType())) {
                    field.setAccessible(true);
                    sum += object(field.get(holder), seen);
                }
            }
        }
        return sum;
    }

    private static boolean isMade(Class<?> type) {
        return Future.class.isAssignableFrom(type)
                || StateMachine.class.isAssignableFrom(type)
                || AwaitChain.class.isAssignableFrom(type)
                || type == Future[].class;
    }

    private static long object(Object made, Set<Object> seen) throws IllegalAccessException {
        if (made == null || !seen.add(made)) {
            return 0;
        }
        if (made instanceof Future<?>[] frames) {
            long sum = frames.length == 0
                    ? 0 // all empty slots have this one
                    : ClassLayout.parseInstance(made).instanceSize();
            for (Future<?> frame : frames) {
                sum += object(frame, seen);
            }
            return sum;
        }
        return ClassLayout.parseInstance(made).instanceSize() + held(made, seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"known", "open", "recursive", "expression", "streaming"})
    void whatIsMadeIsWhatIsReported(String name) throws ReflectiveOperationException {
        Object task = slot(name);
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        assertEquals(children(name).replace("+", ""), String.valueOf(held(task, seen)));
    }

    /** A slot that nothing has run in. */
    private static Object slot(String name) throws ReflectiveOperationException {
        var constructor =
                Class.forName("receivers.Rounds_" + name, true, loader).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    @Test
    void theReportSaysWhatIsOpen() {
        assertTrue(children("open").endsWith("+"), report);
        assertTrue(children("expression").endsWith("+"), report);
        assertTrue(report.contains("\n+ open: "), report);
        for (String name : List.of("known", "recursive", "streaming")) {
            assertTrue(!children(name).endsWith("+"), report);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"known", "open", "recursive", "expression", "streaming"})
    void nothingIsMadeLaterButWhatWasOpen(String name) {
        Matcher measured =
                Pattern.compile(name + " later (\\d+) first (\\d+)\\.").matcher(bytes);
        assertTrue(measured.find(), bytes);
        assertEquals(0, Long.parseLong(measured.group(1)), "in later rounds");
        long first = Long.parseLong(measured.group(2));
        assertEquals(children(name).endsWith("+"), first > 0, first + " bytes in the first rounds");
    }

    @Test
    void whoAsksForTheChildSeesTheReceiversFrame() throws ReflectiveOperationException {
        StateMachine task = (StateMachine) claim.invoke(null, "watched");
        allocated(task, 1);
        Future<?> child = task.child(task.state());
        assertEquals("receivers.Sensor_Cold_read", child.getClass().getName());
        assertTrue(child.toString().startsWith("suspended at Cold.read(Sensor.java:"), child::toString);
    }

    private static long allocated(Object task, int polls) throws ReflectiveOperationException {
        return (long) allocated.invoke(null, task, polls);
    }
}
