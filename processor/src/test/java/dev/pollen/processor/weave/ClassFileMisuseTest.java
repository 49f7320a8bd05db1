// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.processor.model.Severity;
import dev.pollen.processor.weave.classpath.ClassFileLibrary;
import dev.pollen.processor.weave.classpath.ClassPath;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the weaver finds in class files alone, where no compiler has shown it trees. */
class ClassFileMisuseTest {
    private static final String SOURCE = """
            package test;
            import static dev.pollen.Pollen.await;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            import java.util.function.*;
            final class T {
              T() { await(Future.ready(1)); }                                              // POLLEN-004
              static { await(Future.ready(1)); }                                           // POLLEN-004
              static Future.OfInt plain(int x) { return Future.ready(await(Future.ready(x))); } // POLLEN-001
              @Async static Future.OfInt lambda() {
                IntSupplier s = () -> await(Future.ready(1));                              // POLLEN-002
                return Future.ready(s.getAsInt());
              }
              @Async static Future.OfInt awaited() {
                ToIntFunction<Future.OfInt> f = Pollen::await;                             // POLLEN-005
                return Future.ready(f.applyAsInt(Future.ready(1)));
              }
              @Async static Future.OfInt monitor(Object lock) {
                synchronized (lock) {
                  return Future.ready(await(Future.ready(1)));                             // POLLEN-003
                }
              }
              static Future.OfInt block() {
                return Pollen.asyncInt(() -> {
                  IntSupplier s = () -> await(Future.ready(1));                            // POLLEN-002
                  synchronized (T.class) {
                    return Future.ready(await(Future.ready(s.getAsInt())));                // POLLEN-003
                  }
                });
              }
              static Future.OfInt variable(AsyncBlock.OfInt<RuntimeException> b) {
                return Pollen.asyncInt(b);                                                 // POLLEN-027
              }
              static Future.OfInt condition(boolean c) {
                return Pollen.asyncInt(c ? () -> Future.ready(1) : () -> Future.ready(2)); // POLLEN-027
              }
              static Future.OfInt unmarked() { return Future.ready(1); }
              static Future.OfInt reference() {
                return Pollen.asyncInt(T::unmarked);                                       // POLLEN-028
              }
              static Function<AsyncBlock.OfInt<RuntimeException>, Future.OfInt> function() {
                return Pollen::asyncInt;                                                   // POLLEN-027
              }
            }
            """;

    private static final String RETURNS = """
            package test;
            import static dev.pollen.Pollen.await;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            final class T {
              static Future.OfInt unmarked(int x) { return Future.ready(x); }
              @Async static Future.OfInt marked(int x) { return Future.ready(x); }
              @Async static Future.OfInt fine(Future.OfInt f) {
                try {
                  await(marked(1));
                  return Future.ready(await(unmarked(1)));
                } finally {
                  await(marked(2));
                }
              }
              @Async static Future.OfInt inFinally() {
                try {
                  return marked(1);                                                        // POLLEN-008
                } finally {
                  System.out.println();
                }
              }
              @Async static Future.OfInt inCatch() {
                try {
                  return unmarked(1);                                                      // POLLEN-008
                } catch (RuntimeException e) {
                  return Future.ready(2);
                }
              }
              @Async static Future.OfInt resource(AutoCloseable c) throws Exception {
                try (c) {
                  return unmarked(1);                                                      // POLLEN-008
                }
              }
              static Future.OfInt kept;
              @Async static Future.OfInt parameter(Future.OfInt f) {
                try {
                  return f;                                                                // POLLEN-008
                } finally {
                  System.out.println();
                }
              }
              @Async static Future.OfInt field(AutoCloseable c) throws Exception {
                try (c) {
                  return kept;                                                             // POLLEN-008
                }
              }
              @Async static Future.OfInt caught(Future.OfInt f) {
                try {
                  return f;                                                                // POLLEN-008
                } catch (RuntimeException e) {
                  return kept;
                }
              }
              @Async static Future.OfInt before(Future.OfInt f) {
                Future.OfInt g = f;
                try {
                  System.out.println();
                } finally {
                  System.out.println();
                }
                return g;
              }
              static Future.OfInt block(AutoCloseable c) throws Exception {
                return Pollen.asyncInt(() -> {
                  try (c) {
                    return unmarked(1);                                                    // POLLEN-008
                  }
                });
              }
              @AsyncTask static Task<Void> task(Task<Void> other) {
                return other;                                                              // POLLEN-014
              }
            }
            """;

    private static final String ALLOCATIONS = """
            package test;
            import static dev.pollen.Pollen.await;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            import java.util.function.*;
            @NoAllocation final class T {
              @Async static Future<Object> marked(Object x) {
                return Future.ready(new Object());                                         // POLLEN-037
              }
              @AllowAllocation @Async static Future<Object> accepted(Object x) {
                return Future.ready(new Object());
              }
              @AllowAllocation static Future<Object> ofAccepted(Object x) {
                return Pollen.async(() -> Future.ready(Pollen.async(() -> Future.ready(new Object()))));
              }
              static Future<Object> block(Object x) {
                return Pollen.async(() -> Future.ready(new int[2]));                       // POLLEN-037
              }
              static Task<Object> ordinary(Future<Object> f) {
                Object fine = new Object();
                return Task.of(f);                                                         // POLLEN-037
              }
              static Function<Future<Object>, Task<Object>> reference() {
                return Task::of;                                                           // POLLEN-037
              }
              static Supplier<Task<Object>> lambda(Future<Object> f) {
                return () -> Task.of(f);                                                   // POLLEN-037
              }
            }
            """;

    @TempDir
    Path output;

    @Test
    void awaitsThatNothingCanSuspend() throws Exception {
        check(SOURCE);
    }

    @Test
    void returnsOfFutures() throws Exception {
        check(RETURNS);
    }

    @Test
    void allocationWhereItIsForbidden() throws Exception {
        check(ALLOCATIONS);
    }

    private void check(String source) throws IOException, InterruptedException {
        StringBuilder expected = new StringBuilder();
        String[] lines = source.split("\n");
        for (int i = 0; i < lines.length; i++) {
            int comment = lines[i].indexOf("// POLLEN");
            if (comment >= 0) {
                expected.append(i + 1).append(lines[i].substring(comment + 2)).append('\n');
            }
        }
        StringBuilder found = new StringBuilder();
        compileAndWeave(source).findings().stream()
                .filter(finding -> finding.message().severity() != Severity.NOTE)
                .map(finding -> finding.line() + " " + finding.message().id() + "\n")
                .sorted((a, b) -> Integer.compare(line(a), line(b)))
                .forEach(found::append);
        assertEquals(expected.toString(), found.toString());
    }

    private static int line(String text) {
        return Integer.parseInt(text.substring(0, text.indexOf(' ')));
    }

    private Weave compileAndWeave(String source) throws IOException, InterruptedException {
        Path file = Files.writeString(output.resolve("T.java"), source);
        List<Path> path = List.of(output, location(Future.class), location(Async.class));
        String javac = Path.of(System.getProperty("java.home"), "bin", "javac").toString();
        String classPath = path.get(1) + File.pathSeparator + path.get(2);
        Process process = new ProcessBuilder(
                        javac, "-proc:none", "-d", output.toString(), "-cp", classPath, file.toString())
                .inheritIO()
                .start();
        assertEquals(0, process.waitFor());
        try (ClassPath classes = ClassPath.of(path)) {
            return new Weaver(new ClassFileLibrary(classes), WeaveOptions.DEFAULT)
                    .weave(Files.readAllBytes(output.resolve("test/T.class")), Map.of());
        }
    }

    private static Path location(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
