// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.it.build.Project;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jol.info.ClassLayout;

/** What the report promises of a frame is what the JVM takes for it. */
class FrameSizeTest {
    private static final int FRAMES = 15;

    private static Map<String, Integer> predicted;
    private static Path classes;

    @BeforeAll
    static void compile(@TempDir Path directory) {
        Project project = Project.copy("frames", directory);
        project.javacWithProcessor().succeeded();
        classes = project.classes();
        predicted = PredictedSizes.read(classes.resolve("frames"));
    }

    @Test
    void everyFrameTakesWhatIsPredicted() throws Exception {
        assertEquals(FRAMES, predicted.size(), predicted::toString);
        assertEquals(measured(), predicted);
    }

    @Test
    void frameOfAFunctionIsSixteenBytesAndItsLocals() {
        assertPredicted(16, "promisedEmpty");
        assertPredicted(16 + 2 * 8, "promisedTwoLongs");
    }

    @Test
    void frameOfATaskIsThirtyTwoBytesAndItsLocals() {
        assertPredicted(32, "promisedEmptyTask");
        assertPredicted(32 + 4 * 8, "promisedTaskOfFourLongs");
    }

    @Test
    void measurementTellsOneFieldMore() {
        long none = ClassLayout.parseClass(Object.class).instanceSize();
        long one = ClassLayout.parseClass(Long.class).instanceSize();
        assertTrue(one > none, none + " < " + one);
    }

    private static Map<String, Integer> measured() throws IOException {
        URL[] path = {classes.toUri().toURL()};
        return PredictedSizes.measure(
                predicted.keySet(), new URLClassLoader(path, FrameSizeTest.class.getClassLoader()));
    }

    private static void assertPredicted(int bytes, String method) {
        assertEquals(bytes, predicted.get("frames.Frames_" + method), method);
    }
}
