// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams are built in their consumer's frame, and an element allocates nothing. */
class GeneratorTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Context CX = Context.of(() -> {});

    private static final String NUMBERS = """
            @Async static AsyncStream.OfLong numbers(int to) {
              for (int i = 0; i < to; i++) {
                Pollen.emit(await(one(i)));
              }
              return AsyncStream.OfLong.end();
            }
            """;

    @TempDir
    Path output;

    @Test
    void theStreamInAVariableIsAPartOfTheFrame() {
        WovenSource woven = WovenSource.of(output, NUMBERS + """
                @Async static Future.OfLong sum() {
                  var numbers = numbers(3);
                  long sum = 0;
                  while (await(numbers.next())) {
                    sum += numbers.currentAsLong();
                  }
                  return Future.ready(sum);
                }
                """);
        assertEquals(List.of(), woven.findings());
        assertTrue(woven.fields("sum").contains("child$0 Ltest/T_numbers;"), woven.fields("sum")::toString);
        assertTrue(woven.fields("numbers").contains("child$0 Ltest/T_one;"), woven.fields("numbers")::toString);
    }

    @Test
    void anElementAllocatesNothing() throws ReflectiveOperationException {
        WovenSource woven = WovenSource.of(output, NUMBERS + consumer("few", 1_000) + consumer("many", 21_000));
        assertEquals(List.of(), woven.findings());
        ClassLoader loader = woven.load();
        long difference = Long.MAX_VALUE;
        for (int i = 0; i < 20 && difference != 0; i++) {
            difference = Math.min(difference, allocated(loader, "many") - allocated(loader, "few"));
        }
        assertEquals(0, difference);
    }

    private static String consumer(String name, int elements) {
        return "@Async static Future.OfLong " + name + "() {\n  var numbers = numbers(" + elements
                + ");\n  long sum = 0;\n  while (await(numbers.next())) { sum += numbers.currentAsLong(); }\n"
                + "  return Future.ready(sum);\n}\n";
    }

    private static long allocated(ClassLoader loader, String method) throws ReflectiveOperationException {
        var declared = loader.loadClass("test.T").getDeclaredMethod(method);
        declared.setAccessible(true);
        Future<?> future = (Future<?>) declared.invoke(null);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Poll found = future.poll(CX);
        long after = THREADS.getCurrentThreadAllocatedBytes();
        assertEquals(Poll.READY, found);
        return after - before;
    }
}
