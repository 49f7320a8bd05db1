// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.openjdk.jol.info.ClassLayout;

/** The bytes that the report says of the frames of all samples, the course's and the models' too, are those of their objects. */
class FrameSizesTest {
    private static final String FRAME_INFO = "Ldev/pollen/annotations/FrameInfo;";

    @Test
    void predictedSizesAreThoseOfTheObjects() throws Exception {
        Map<String, Integer> predicted = new TreeMap<>();
        Map<String, Integer> measured = new TreeMap<>();
        for (ClassNode frame : frames()) {
            String name = frame.name.replace('/', '.');
            predicted.put(name, predicted(frame));
            measured.put(name, (int)
                    ClassLayout.parseClass(Class.forName(name, false, getClass().getClassLoader()))
                            .instanceSize());
        }
        assertTrue(predicted.size() > 60, () -> "few frames: " + predicted.keySet());
        assertEquals(predicted, measured);
    }

    private static List<ClassNode> frames() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target/classes"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(FrameSizesTest::read)
                    .filter(type -> info(type) != null)
                    .toList();
        }
    }

    private static ClassNode read(Path file) {
        ClassNode type = new ClassNode();
        try {
            new ClassReader(Files.readAllBytes(file)).accept(type, ClassReader.SKIP_CODE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return type;
    }

    private static AnnotationNode info(ClassNode type) {
        List<AnnotationNode> marks = type.invisibleAnnotations == null ? List.of() : type.invisibleAnnotations;
        return marks.stream()
                .filter(mark -> mark.desc.equals(FRAME_INFO))
                .findFirst()
                .orElse(null);
    }

    private static int predicted(ClassNode type) {
        List<Object> values = info(type).values;
        return (Integer) values.get(values.indexOf("bytes") + 1);
    }
}
