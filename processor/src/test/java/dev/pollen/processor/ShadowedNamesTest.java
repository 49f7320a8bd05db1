// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.processor.javac.Weaving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package may have classes with the names of those that written sources use; they mean the user's there. */
class ShadowedNamesTest {
    private static final List<String> NAMES = List.of(
            "Override",
            "SuppressWarnings",
            "Deprecated",
            "Void",
            "String",
            "Object",
            "Integer",
            "System",
            "Throwable",
            "AssertionError",
            "Poll",
            "Context",
            "Frame",
            "Future",
            "Task",
            "TaskPool",
            "NotWovenError",
            "AsyncSource",
            "Generated",
            "Executor",
            "Spawner",
            "Init",
            "OfInt",
            "OfLong");

    private static final String USER = """
            package shadow;
            import static dev.pollen.Pollen.await;
            import dev.pollen.annotations.Async;
            import dev.pollen.annotations.AsyncMain;
            import dev.pollen.annotations.AsyncTask;
            final class User {
              @Async
              static dev.pollen.Future<java.lang.Void> ours(Override a, Void b, String c, Poll d, OfInt e) {
                return dev.pollen.Future.done();
              }
              @Async
              static dev.pollen.Future.OfInt theirs(java.lang.String c, dev.pollen.Poll d, java.lang.Object e) {
                await(ours(null, null, new String(), null, new OfInt()));
                return dev.pollen.Future.ready(c.length());
              }
              @Async
              static dev.pollen.Future<java.lang.String> text(java.util.List<? extends java.lang.Integer> list) {
                return dev.pollen.Future.of("" + await(theirs("abc", null, list)));
              }
              @AsyncMain
              @AsyncTask
              static dev.pollen.Task<java.lang.Void> main(dev.pollen.executor.Spawner spawner, java.lang.String[] args)
                  throws java.io.IOException {
                await(text(java.util.List.of(1)));
                return dev.pollen.Task.done();
              }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void classesOfTheUsersPackageShadowNothing() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : NAMES) {
            Path file = directory.resolve("sources/shadow").resolve(name + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, "package shadow;\nfinal class " + name + " {}\n"));
        }
        Javac.Result result = new Javac(directory)
                .options("-Apollen.alloc=off")
                .processor(Weaving.Factory.POLLEN)
                .compileText("shadow/User.java", USER, files);
        assertEquals(List.of(), result.diagnostics());
    }
}
