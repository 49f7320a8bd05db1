// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.futures.Futures;
import dev.pollen.processor.weave.classpath.ClassFileShapes;
import dev.pollen.processor.weave.classpath.ClassPath;
import dev.pollen.processor.weave.layout.ObjectLayout;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.ClassLayout;

/** What a frame's report counts for a slot of the runtime is what the JVM takes for it. */
class SlotSizeTest {
    /** The slots that the twins of {@code Futures} take. */
    private static List<Class<?>> slots() {
        return Stream.of(Futures.class.getMethods())
                .filter(method -> method.getName().endsWith("$in"))
                .map(Method::getReturnType)
                .<Class<?>>map(type -> type)
                .distinct()
                .toList();
    }

    private static int predicted(Class<?> slot) throws URISyntaxException, IOException {
        Path runtime = Path.of(
                Future.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (ClassPath path = ClassPath.of(List.of(runtime))) {
            return ObjectLayout.bytes(slot.getName().replace('.', '/'), new ClassFileShapes(path)::shape);
        }
    }

    @Test
    void eachSlotOfTheCombinatorsTakesWhatIsPredicted() throws Exception {
        Map<String, Long> measured = new TreeMap<>();
        Map<String, Long> predicted = new TreeMap<>();
        for (Class<?> slot : slots()) {
            measured.put(slot.getName(), ClassLayout.parseClass(slot).instanceSize());
            predicted.put(slot.getName(), (long) predicted(slot));
        }
        assertEquals(measured, predicted);
        assertTrue(measured.size() >= 25, measured::toString);
    }

    /** What a slot is made with counts, too, wherever its class stands. */
    @Test
    void aSlotWithATimerInItCountsBoth() throws Exception {
        Path runtime = Path.of(
                Future.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (ClassPath path = ClassPath.of(List.of(runtime))) {
            ClassFileShapes shapes = new ClassFileShapes(path);
            assertEquals(List.of("dev/pollen/time/Timer"), shapes.parts("dev/pollen/futures/Backoff$Rest"));
            assertEquals(
                    List.of("dev/pollen/futures/Backoff", "dev/pollen/time/Timer"),
                    shapes.parts("dev/pollen/futures/Retrying"));
            assertEquals(List.of(), shapes.parts("dev/pollen/futures/Select5"));
        }
    }

    /** A header with four bytes of state, and a reference for each child. */
    @Test
    void aCombinatorTakesFourBytesForEachChild() throws ClassNotFoundException {
        for (int children = 2; children <= 8; children++) {
            for (String kind : new String[] {"Select", "Join"}) {
                Class<?> slot = Class.forName("dev.pollen.futures." + kind + children);
                assertTrue(Future.class.isAssignableFrom(slot));
                assertEquals(
                        16 + (children + 1) / 2 * 8,
                        ClassLayout.parseClass(slot).instanceSize(),
                        slot::toString);
            }
        }
    }
}
