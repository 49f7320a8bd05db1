// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.it.size.PredictedSizes;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jol.info.ClassLayout;

/** Every frame of every program of {@code box} takes what {@code @FrameInfo} says. */
class FramesTest {
    @TempDir
    Path output;

    @Test
    void everyFrameTakesWhatIsPredicted() throws IOException, ClassNotFoundException {
        List<Path> sources = new ArrayList<>(Build.sources("box"));
        sources.addAll(Build.sources("box/support"));
        Build build = new Build(output).woven().compile(sources);
        Map<String, Integer> predicted = PredictedSizes.read(build.classes());
        assertTrue(predicted.size() > sources.size(), predicted.size() + " frames of " + sources.size() + " sources");
        Map<String, Integer> measured = new TreeMap<>();
        try (URLClassLoader loader = build.loader()) {
            for (String name : predicted.keySet()) {
                Class<?> frame = Class.forName(name, false, loader);
                measured.put(name, (int) ClassLayout.parseClass(frame).instanceSize());
            }
        }
        assertEquals(lines(measured), lines(predicted));
    }

    private static String lines(Map<String, Integer> sizes) {
        StringBuilder text = new StringBuilder();
        sizes.forEach((name, size) -> text.append(name).append(' ').append(size).append('\n'));
        return text.toString();
    }
}
