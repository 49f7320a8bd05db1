// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Future;
import dev.pollen.processor.model.Callee;
import dev.pollen.processor.model.ClassShape;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.weave.Weave;
import dev.pollen.processor.weave.classpath.ClassFileLibrary;
import dev.pollen.processor.weave.classpath.ClassPath;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the weaver sees of the classes around the one that it weaves, from source and from class files. */
class ElementsLibraryTest {
    private static final String LIBRARY = """
            package lib;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            public class Device implements Api {
              private long id;
              protected int[] lines;
              static Object shared;
              @Async public Future<Void> open() { return Future.done(); }
              @Async public final Future.OfInt read(int n) { return Future.ready(n); }
              @Async public static <T extends Runnable> Future<T> read(T[] t) { return Future.ready(t[0]); }
              @Async private Future<Void> secret() { return Future.done(); }
              @AsyncTask static Task<Void> task() { return Task.done(); }
              @Placed(slot = Inner$Slot.Deep.class, by = "pause$in") public static Future<Void> pause(long n) { return null; }
              public Future<Void> plain() { return null; }
              public static class Inner$Slot<T extends Number> {
                T value;
                public static final class Deep extends Inner$Slot<Integer> implements Runnable {
                  Deep other;
                  public void run() {}
                  @Async Future<Void> run(int n) { return Future.done(); }
                }
              }
              record Point(int x) { @Async Future<Void> move() { return Future.done(); } }
              static void local() { class Local { } new Local(); }
            }
            interface Api {
              @Async default Future<Void> inherited() { return Future.done(); }
            }
            """;
    private static final String USER = """
            package demo;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            class User extends lib.Device {
              @Async Future<Void> use() { return Future.done(); }
            }
            """;
    private static final String VOID_FUTURE = "()Ldev/pollen/Future;";

    @TempDir
    Path output;

    @Test
    void callsAreResolvedToTheMethodThatDeclaresTheMark() {
        inBothWays(library -> {
            Callee open = new Callee(Callee.Kind.FUNCTION, "lib/Device_open", "open$in", true, "dev/pollen/Future");
            assertEquals(open, callee(library, "lib/Device", "open", VOID_FUTURE));
            assertEquals(open, callee(library, "demo/User", "open", VOID_FUTURE));
            assertEquals(
                    new Callee(Callee.Kind.FUNCTION, "lib/Api_inherited", "inherited$in", true, "dev/pollen/Future"),
                    callee(library, "demo/User", "inherited", VOID_FUTURE));
            assertNull(callee(library, "demo/User", "plain", VOID_FUTURE));
            assertNull(callee(library, "demo/User", "open", "()V"));
            assertNull(callee(library, "demo/Nobody", "open", VOID_FUTURE));
            assertNull(callee(library, "[I", "clone", "()Ljava/lang/Object;"));
        });
    }

    @Test
    void whatCannotBeOverriddenIsKnown() {
        inBothWays(library -> {
            assertEquals(
                    new Callee(
                            Callee.Kind.FUNCTION, "lib/Device_read_int", "read$in", false, "dev/pollen/Future$OfInt"),
                    callee(library, "demo/User", "read", "(I)Ldev/pollen/Future$OfInt;"));
            assertEquals(
                    new Callee(
                            Callee.Kind.FUNCTION,
                            "lib/Device_read_RunnableArray",
                            "read$in",
                            false,
                            "dev/pollen/Future"),
                    callee(library, "lib/Device", "read", "([Ljava/lang/Runnable;)Ldev/pollen/Future;"));
            assertEquals(
                    new Callee(Callee.Kind.FUNCTION, "lib/Device_secret", "secret$in", false, "dev/pollen/Future"),
                    callee(library, "lib/Device", "secret", VOID_FUTURE));
            assertEquals(
                    new Callee(Callee.Kind.FUNCTION, "lib/Device_Point_move", "move$in", false, "dev/pollen/Future"),
                    callee(library, "lib/Device$Point", "move", VOID_FUTURE));
            assertEquals(
                    new Callee(
                            Callee.Kind.FUNCTION,
                            "lib/Device_Inner$Slot_Deep_run",
                            "run$in",
                            false,
                            "dev/pollen/Future"),
                    callee(library, "lib/Device$Inner$Slot$Deep", "run", "(I)Ldev/pollen/Future;"));
        });
    }

    @Test
    void tasksAndPlacedFactoriesAreKnown() {
        inBothWays(library -> {
            assertEquals(
                    new Callee(Callee.Kind.TASK, "lib/Device_task", "task$in", false, "dev/pollen/Task"),
                    callee(library, "lib/Device", "task", "()Ldev/pollen/Task;"));
            assertEquals(
                    new Callee(
                            Callee.Kind.PLACED, "lib/Device$Inner$Slot$Deep", "pause$in", false, "dev/pollen/Future"),
                    callee(library, "lib/Device", "pause", "(J)Ldev/pollen/Future;"));
        });
    }

    /** The compiler's report counts what the command's does. */
    @Test
    void partsOfSlotsAreThoseThatClassFilesShow() {
        Path runtime = Path.of(URI.create(
                Future.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        try (ClassPath path = ClassPath.of(List.of(runtime))) {
            Library files = new ClassFileLibrary(path);
            List<String> slots = path.classFiles().stream()
                    .map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> file.contains("dev/pollen/"))
                    .map(file -> file.substring(file.indexOf("dev/pollen/"), file.length() - ".class".length()))
                    .filter(name -> files.shape(name).interfaces().stream()
                            .anyMatch(type -> type.startsWith("dev/pollen/Future")))
                    .filter(name -> !files.parts(name).isEmpty())
                    .toList();
            assertTrue(slots.size() > 3, slots::toString);
            inBothWays(library -> slots.forEach(
                    slot -> assertEquals(Set.copyOf(files.parts(slot)), Set.copyOf(library.parts(slot)), slot)));
        }
    }

    @Test
    void shapesHoldPrivateFieldsInErasedTypes() {
        inBothWays(library -> {
            ClassShape device = library.shape("lib/Device");
            assertEquals(List.of("lib/Api"), device.interfaces());
            assertEquals("java/lang/Object", device.superName());
            assertEquals(Set.of("J", "[I"), Set.copyOf(device.fields()));
            assertEquals(
                    List.of("Ljava/lang/Number;"),
                    library.shape("lib/Device$Inner$Slot").fields());
            assertEquals(
                    new ClassShape(
                            "lib/Device$Inner$Slot$Deep",
                            "lib/Device$Inner$Slot",
                            List.of("java/lang/Runnable"),
                            false,
                            true,
                            List.of("Llib/Device$Inner$Slot$Deep;")),
                    library.shape("lib/Device$Inner$Slot$Deep"));
            assertEquals("java/lang/Object", library.shape("lib/Api").superName());
            assertNull(library.shape("java/lang/Object").superName());
            assertNull(library.shape("lib/Device$Missing"));
        });
    }

    @Test
    void localAndAnonymousClassesAreKnownOnceTheyAreAttributed() {
        List<Library> libraries = new ArrayList<>();
        new Javac(output.resolve("local"))
                .processor((library, options) -> (owner, futures) -> {
                    libraries.add(library);
                    return new Weave(Map.of(), List.of());
                })
                .compileText("Outer.java", """
                        import dev.pollen.*;
                        import dev.pollen.annotations.*;
                        class Outer {
                          Object o = new Thread() {
                            class Member { @Async private Future<Void> one() { return Future.done(); } }
                          };
                          @Async Future<Void> method() {
                            class Local {
                              abstract class Inner {}
                              @Async Future<Void> first() { return Future.done(); }
                              @Async final Future<Void> second() { return Future.done(); }
                            }
                            return Future.done();
                          }
                        }
                        """)
                .silent();
        Library library = libraries.get(0);
        assertEquals("java/lang/Thread", library.shape("Outer$1").superName());
        assertEquals("java/lang/Object", library.shape("Outer$1Local$Inner").superName());
        assertEquals(
                new Callee(Callee.Kind.FUNCTION, "Outer$1$Member$pollen$1", "one$in", false, "dev/pollen/Future"),
                callee(library, "Outer$1$Member", "one", VOID_FUTURE));
        assertEquals(
                new Callee(Callee.Kind.FUNCTION, "Outer$1Local$pollen$2", "second$in", false, "dev/pollen/Future"),
                callee(library, "Outer$1Local", "second", VOID_FUTURE));
    }

    private static Callee callee(Library library, String owner, String name, String descriptor) {
        return library.callee(new MethodRef(owner, name, descriptor));
    }

    private void inBothWays(Consumer<Library> assertions) {
        Path classes = new Javac(output.resolve("library"))
                .processor(Javac.NO_WEAVING)
                .compileText("Device.java", LIBRARY)
                .silent()
                .classes();
        run(new Javac(output.resolve("against class files")).classPath(classes), List.of(), assertions);
        Path source = output.resolve("library/sources/Device.java");
        run(new Javac(output.resolve("against source")), List.of(source), assertions);
    }

    private static void run(Javac javac, List<Path> more, Consumer<Library> assertions) {
        AtomicBoolean called = new AtomicBoolean();
        Javac.Result result = javac.processor((library, options) -> (owner, futures) -> {
                    if (!called.getAndSet(true)) {
                        assertions.accept(library);
                    }
                    return new Weave(Map.of(), List.of());
                })
                .compileText("User.java", USER, more);
        result.silent();
        assertEquals(true, called.get());
    }
}
