// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.processor.model.Names;
import dev.pollen.processor.weave.analysis.ClassMarks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.AnnotationNode;

/** What a frame says of its states, where several belong to one line. */
class StateLinesTest {
    @TempDir
    Path output;

    /** javac copies the finally block, so its await is a state for each way into it; all of them tell its line. */
    @Test
    void anAwaitInFinallyIsSeveralStatesOfOneLine() {
        WovenSource source = WovenSource.of(output, """
                @Async static Future.OfInt work(int x) {
                  try {
                    if (x > 0) {
                      return Future.ready(await(one(x)));
                    }
                  } finally {
                    await(nothing());
                  }
                  return Future.ready(2);
                }
                """);
        AnnotationNode info = ClassMarks.find(source.node("T_work").invisibleAnnotations, Names.FRAME_INFO)
                .orElseThrow();
        List<Integer> lines = ClassMarks.value(info, "lines", List.of());
        List<String> awaits = ClassMarks.value(info, "awaits", List.of());
        assertEquals(List.of(13, 16, 16, 16), lines);
        assertEquals("await(nothing())", awaits.get(1));
        assertEquals(awaits.get(1), awaits.get(3));
    }
}
