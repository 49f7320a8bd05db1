// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.it.language.Build;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jol.info.ClassLayout;

/** A task is as large as all that it may await, also what was compiled before it; the error says what lives over which await. */
class MaxBytesTest {
    @TempDir
    Path output;

    @Test
    void framesOfALibraryCount() throws Exception {
        Build library = new Build(output.resolve("library")).woven().compile(Build.sources("limits/library"));
        Build application =
                new Build(output.resolve("application")).woven().options("-g").before(library.classes());
        List<? extends Diagnostic<? extends JavaFileObject>> said =
                application.diagnose(Build.sources("limits/application")).stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                        .toList();
        assertEquals(1, said.size(), said::toString);
        assertEquals(15, said.get(0).getLineNumber());
        int frame = 56;
        int timer = 40;
        int read = size(library, "limits.Meter_read");
        int select = 24;
        assertEquals(
                "POLLEN-054: a slot of Watch.watch takes " + (frame + timer + read + timer + select) + " bytes, "
                        + frame
                        + " for its frame and " + (timer + read + timer + select)
                        + " for the futures in it, and maxBytes allows"
                        + " 100. Over its awaits live: line 17, await(Timer.afterMillis(1)): " + timer
                        + " bytes of Timer, i (8 bytes); line 18, await(select(Meter.read(i), Timer.afterMillis(i))): "
                        + timer
                        + " bytes of Timer, " + (read + timer) + " bytes of Meter.read(long), " + select
                        + " bytes of Select2, a temporary (8 bytes). End one future before the next begins, move some to a task of their"
                        + " own, or raise maxBytes",
                said.get(0).getMessage(Locale.ROOT));
        assertTrue(!application.succeeded());
    }

    private static int size(Build build, String name) throws Exception {
        try (var loader = build.loader()) {
            return (int)
                    ClassLayout.parseClass(Class.forName(name, false, loader)).instanceSize();
        }
    }
}
