// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step of the build that makes {@code IntChannel} from {@code Channel}. */
final class PrimitiveFormsTest {
    private static final String CELL = """
            // SPDX
            // forms: int, long
            package p;

            import dev.pollen.Future;
            import org.jspecify.annotations.Nullable;

            /**
             * A Cell.
             *
             * @param <T> the type
             */
            class Cell<T> {
                private final WaitList<Waiting<T>> line = new WaitList<>();
                private final @Nullable Object[] old = new Object[1];
                private @Nullable T value;

                /**
                 * Makes a {@link Cell}.
                 *
                 * @throws NullPointerException if the value is null
                 */
                static <T> Cell<T> of(T value) {
                    Cell<T> cell = new Cell<>();
                    cell.value = notNull(value);
                    return cell;
                }

                // form: objects
                @Nullable T tryGet() {
                    return value;
                }

                // form: all
                Future<T> later() {
                    return null;
                }

                public T get() {
                    T taken = notTaken(value);
                    value = null; // for the collector
                    return taken;
                }

                @SuppressWarnings("unchecked") // only T goes in
                T oldest() {
                    return (T) old[0];
                }
            }
            """;

    private static final String LONG_CELL = """
            // SPDX
            // Made from Cell.java by PrimitiveForms: change it there.
            package p;

            import dev.pollen.Future;

            /**
             * A LongCell.
             */
            class LongCell {
                private final WaitList<Waiting> line = new WaitList<>();
                private final long[] old = new long[1];
                private long value;

                /**
                 * Makes a {@link LongCell}.
                 */
                static LongCell of(long value) {
                    LongCell cell = new LongCell();
                    cell.value = value;
                    return cell;
                }

                Future.OfLong later() {
                    return null;
                }

                public long getAsLong() {
                    long taken = value;
                    return taken;
                }

                long oldest() {
                    return old[0];
                }
            }
            """;

    @TempDir
    Path dir;

    private String make(String source) throws IOException, InterruptedException {
        Files.createDirectories(dir.resolve("from/p"));
        Files.writeString(dir.resolve("from/p/Cell.java"), source);
        Path log = dir.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/forms/PrimitiveForms.java",
                        dir.resolve("from").toString(),
                        dir.resolve("to").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return Files.readString(log);
    }

    @Test
    void theSameSourceWithAPrimitive() throws Exception {
        assertEquals("", make(CELL));
        assertEquals(LONG_CELL, Files.readString(dir.resolve("to/p/LongCell.java")));
        assertEquals(
                LONG_CELL.replace("Long", "Int").replace("long", "int"),
                Files.readString(dir.resolve("to/p/IntCell.java")));
    }

    @Test
    void whatNoRuleCoversFailsTheBuild() throws Exception {
        String log = make(CELL.replace("T oldest()", "<T, R> R oldest()"));
        assertTrue(
                log.contains("Cell.java: no rule makes an int form of this line, see PrimitiveForms:\n<int, R>"), log);
    }
}
