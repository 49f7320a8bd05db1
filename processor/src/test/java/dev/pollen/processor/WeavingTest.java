// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.sun.source.util.JavacTask;
import dev.pollen.processor.javac.Weaving;
import dev.pollen.processor.weave.Weave;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** When classes are woven, and that what the weaver gives is what stands in the class files. */
class WeavingTest {
    /** A class that the weaver adds. */
    private static final byte[] BLOCK = block();

    private static byte[] block() {
        ClassWriter written = new ClassWriter(0);
        written.visit(Opcodes.V17, Opcodes.ACC_FINAL, "demo/Added", null, "java/lang/Object", null);
        written.visitEnd();
        return written.toByteArray();
    }

    private static final String BLINKY = """
            package demo;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            class Blinky {
              @Async static Future<Void> first() { return Future.done(); }
              @AsyncTask static Task<Void> second(int n) { return Task.done(); }
              static class Nested {
                @Async Future<Void> third() { return Future.done(); }
              }
            }
            """;

    @TempDir
    Path output;

    private final Marking marking = new Marking();

    /** Adds a byte to each class, and keeps what it was called with. */
    private static final class Marking implements Weaving {
        final List<String> calls = new ArrayList<>();

        @Override
        public Weave weave(byte[] owner, Map<String, byte[]> futures) {
            String name = ownerOf(futures);
            calls.add(name + " " + new TreeSet<>(futures.keySet()));
            Map<String, byte[]> woven = new LinkedHashMap<>();
            woven.put(name, marked(owner));
            futures.forEach((future, bytes) -> woven.put(future, marked(bytes)));
            woven.put(name + "$pollen$1", BLOCK);
            return new Weave(woven, List.of());
        }

        private static String ownerOf(Map<String, byte[]> futures) {
            String future = futures.keySet().iterator().next();
            return future.substring(0, future.lastIndexOf('_')).replace("_", "$");
        }

        private static byte[] marked(byte[] bytes) {
            byte[] marked = Arrays.copyOf(bytes, bytes.length + 1);
            marked[bytes.length] = 42;
            return marked;
        }
    }

    /** Claims every annotation. */
    public static final class Greedy extends AbstractProcessor {
        /** Made by javac. */
        public Greedy() {}

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return true;
        }
    }

    @Test
    void eachOwnerIsWovenOnceWithItsFutureClasses() throws IOException {
        Javac.Result result = new Javac(output)
                .processor((library, options) -> marking)
                .options("-Xlint:all", "-Werror")
                .compileText("Blinky.java", BLINKY)
                .silent();
        assertEquals(
                List.of(
                        "demo/Blinky$Nested [demo/Blinky_Nested_third]",
                        "demo/Blinky [demo/Blinky_first, demo/Blinky_second]"),
                marking.calls);
        for (String name : List.of("Blinky", "Blinky_first", "Blinky_second", "Blinky$Nested", "Blinky_Nested_third")) {
            assertTrue(isMarked(result.classes().resolve("demo").resolve(name + ".class")), name);
        }
        assertArrayEquals(BLOCK, Files.readAllBytes(result.classes().resolve("demo/Blinky$pollen$1.class")));
    }

    @Test
    void classesWithBlocksAreWovenAsSoonAsTheyAreThere() {
        List<String> woven = new ArrayList<>();
        Weaving.Factory factory = (library, options) -> (owner, futures) -> {
            woven.add(nameOf(owner) + " " + futures.keySet());
            return new Weave(Map.of(), List.of());
        };
        String blocks = """
                package demo;
                import dev.pollen.*;
                enum Kind {
                  A(Pollen.async(() -> Future.done())) { Future<Void> more() { return Pollen.async(() -> Future.done()); } },
                  B(null);
                  Kind(Future<Void> f) {}
                  Future<Void> more() {
                    Runnable r = () -> new Object() { Future<Void> f = Pollen.async(() -> Future.done()); };
                    return null;
                  }
                }
                interface None { void none(); }
                record Held(int n) { static final Future.OfInt F = Pollen.asyncInt(() -> Future.ready(1)); }
                """;
        new Javac(output)
                .processor(factory)
                .options("-Xlint:all", "-Werror")
                .compileText("Kind.java", blocks)
                .silent();
        assertEquals(List.of("demo/Kind$1 []", "demo/Kind$2 []", "demo/Kind []", "demo/Held []"), sorted(woven));
    }

    /** In which order javac generates the classes within one is its own affair; that one comes last. */
    private static List<String> sorted(List<String> woven) {
        List<String> sorted = new ArrayList<>(woven);
        sorted.sort(Comparator.comparing((String name) -> name.startsWith("demo/Held"))
                .thenComparing(name -> name.equals("demo/Kind []"))
                .thenComparing(Comparator.naturalOrder()));
        assertTrue(woven.indexOf("demo/Kind []") == 2, woven::toString);
        return sorted;
    }

    private static String nameOf(byte[] bytes) {
        return new org.objectweb.asm.ClassReader(bytes).getClassName();
    }

    @Test
    void blocksAreSeenBesideAProcessorThatClaimsEverything() {
        String source =
                "class A { dev.pollen.Future<Void> f = dev.pollen.Pollen.async(() -> dev.pollen.Future.done()); }";
        List<String> woven = new ArrayList<>();
        Weaving.Factory factory = (library, options) -> (owner, futures) -> {
            woven.add(nameOf(owner));
            return new Weave(Map.of(), List.of());
        };
        new Javac(output.resolve("after"))
                .processor(factory)
                .processor(new Greedy())
                .compileText("A.java", source)
                .silent();
        assertEquals(List.of("A"), woven);
        // Where one that claims all annotations stands first, javac asks for no other: then it is an error, as it is
        // for
        // marked methods, and nothing is left un-woven in silence.
        List<String> errors = new Javac(output.resolve("before"))
                .productOnProcessorPath()
                .options("-processor", Greedy.class.getName() + ",dev.pollen.processor.AsyncProcessor")
                .compileText("A.java", source)
                .messages(Diagnostic.Kind.ERROR);
        assertEquals(1, errors.size(), errors::toString);
        assertTrue(errors.get(0).contains("POLLEN-020: this block is async"), errors::toString);
    }

    @Test
    void classesInMemoryAreWritten() throws IOException {
        Compilation compilation = Compiler.javac()
                .withClasspath(new Javac(output).classPathFiles())
                .withProcessors(new AsyncProcessor((library, options) -> marking))
                .compile(JavaFileObjects.forSourceString("demo.Blinky", BLINKY));
        assertEquals(
                Compilation.Status.SUCCESS,
                compilation.status(),
                compilation.diagnostics().toString());
        assertEquals(2, marking.calls.size());
        int marked = 0;
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS && file.getName().contains("Blinky")) {
                byte[] bytes = file.openInputStream().readAllBytes();
                marked += bytes[bytes.length - 1] == 42 ? 1 : 0;
            }
        }
        assertEquals(5, marked);
    }

    @Test
    void classesBesideTheirSourcesAreWoven() throws IOException {
        Path source = output.resolve("demo/Blinky.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, BLINKY);
        Path generated = Files.createDirectories(output.resolve("generated"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-s", generated.toString(), "-cp", new Javac(output).classPath()),
                    null,
                    files.getJavaFileObjects(source));
            task.setProcessors(List.of(new AsyncProcessor((library, options) -> marking)));
            assertTrue(task.call());
        }
        assertTrue(isMarked(output.resolve("demo/Blinky.class")));
        assertTrue(isMarked(output.resolve("demo/Blinky$Nested.class")));
        assertTrue(isMarked(generated.resolve("demo/Blinky_first.class")));
        assertTrue(Files.exists(output.resolve("demo/Blinky$pollen$1.class")));
    }

    @Test
    void aClassOfANamedModuleIsWoven() throws IOException {
        write("mod/module-info.java", "module mod {}");
        write("mod/demo/Blinky.java", BLINKY);
        for (String option : List.of("single", "multi")) {
            List<String> modules = option.equals("multi")
                    ? List.of("--module-source-path", output.resolve("src").toString())
                    : List.of();
            marking.calls.clear();
            Javac.Result result = new Javac(output.resolve(option))
                    .processor((library, options) -> marking)
                    .options("--add-reads", "mod=ALL-UNNAMED")
                    .options(modules.toArray(String[]::new))
                    .compileAll(output.resolve("src"));
            assertTrue(result.success(), option + result.diagnostics());
            assertEquals(2, marking.calls.size());
            Path classes = option.equals("multi") ? result.classes().resolve("mod") : result.classes();
            assertTrue(isMarked(classes.resolve("demo/Blinky.class")), option);
            assertTrue(isMarked(classes.resolve("demo/Blinky_first.class")), option);
        }
    }

    @Test
    void whatWasGeneratedBeforeAnErrorIsWovenAllTheSame() throws IOException {
        write(
                "demo/A.java",
                "package demo; import dev.pollen.*; import dev.pollen.annotations.*;"
                        + " class A { @Async static Future<Void> a() { return Future.done(); } }");
        write("demo/B.java", "package demo; class B { int wrong = \"\"; }");
        List<String> seen = new ArrayList<>();
        Javac.Result result = new Javac(output)
                .processor((library, options) -> (owner, futures) -> {
                    seen.add(owner.length > 0 ? "owner " + futures.keySet() : "");
                    return new Weave(Map.of("demo/A", Marking.marked(owner)), List.of());
                })
                .compileAll(output.resolve("src"));
        assertFalse(result.success());
        assertEquals(1, result.diagnostics().size());
        assertEquals(List.of("owner []"), seen);
        assertTrue(isMarked(result.classes().resolve("demo/A.class")));
    }

    @Test
    void aFailureThatFollowsFromAnErrorSaysNothing() throws IOException {
        write(
                "demo/A.java",
                "package demo; import dev.pollen.*; import dev.pollen.annotations.*;"
                        + " class A { @Async static Future<Void> a() { return Future.done(); } }");
        write("demo/B.java", "package demo; class B { int wrong = \"\"; }");
        Javac.Result result = new Javac(output)
                .processor((library, options) -> (owner, futures) -> {
                    throw new IllegalStateException();
                })
                .compileAll(output.resolve("src"));
        assertEquals(1, result.diagnostics().size(), result.diagnostics().toString());
    }

    @Test
    void aToolThatDrivesJavacInStepsGetsWovenClasses() throws IOException {
        write("demo/Blinky.java", BLINKY);
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-d", output.toString(), "-cp", new Javac(output).classPath()),
                    null,
                    files.getJavaFileObjects(output.resolve("src/demo/Blinky.java")));
            task.setProcessors(List.of(new AsyncProcessor((library, options) -> marking)));
            task.parse();
            task.analyze();
            task.generate();
        }
        assertTrue(isMarked(output.resolve("demo/Blinky.class")));
        assertTrue(isMarked(output.resolve("demo/Blinky_first.class")));
    }

    /** Two compilations in one JVM, each a step ahead of the other in turn, do not see each other's classes. */
    @Test
    void compilationsSideBySideDoNotMeet() throws IOException {
        List<String> woven = new ArrayList<>();
        List<JavacTask> tasks = new ArrayList<>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var otherFiles = compiler.getStandardFileManager(null, null, null)) {
            for (String name : List.of("one", "two")) {
                Path directory = Files.createDirectories(output.resolve(name));
                Path source = directory.resolve("Blinky.java");
                Files.writeString(source, BLINKY.replace("demo", name));
                JavacTask task = (JavacTask) compiler.getTask(
                        null,
                        name.equals("one") ? files : otherFiles,
                        null,
                        List.of("-d", directory.toString(), "-cp", new Javac(output).classPath()),
                        null,
                        files.getJavaFileObjects(source));
                task.setProcessors(List.of(new AsyncProcessor((library, options) -> (owner, futures) -> {
                    woven.add(name + " " + new TreeSet<>(futures.keySet()));
                    return new Weave(Map.of(), List.of());
                })));
                tasks.add(task);
            }
            for (JavacTask task : tasks) {
                task.parse();
            }
            for (JavacTask task : tasks) {
                task.analyze();
            }
            for (JavacTask task : tasks) {
                task.generate();
            }
        }
        assertEquals(
                List.of(
                        "one [one/Blinky_Nested_third]",
                        "one [one/Blinky_first, one/Blinky_second]",
                        "two [two/Blinky_Nested_third]",
                        "two [two/Blinky_first, two/Blinky_second]"),
                woven);
    }

    @Test
    void aSourceThatNobodyNamedIsNotLeftUnwovenInSilence() throws IOException {
        write("demo/Blinky.java", BLINKY);
        write("demo/Caller.java", "package demo; public class Caller { Object o = Blinky.first(); }");
        Javac.Result implicit = new Javac(output)
                .processor((library, options) -> marking)
                .options("-sourcepath", output.resolve("src").toString(), "-implicit:class")
                .compile(List.of(output.resolve("src/demo/Caller.java")));
        assertTrue(
                implicit.messages(Diagnostic.Kind.ERROR).toString().contains("POLLEN-020: Blinky.first is async"),
                implicit.diagnostics().toString());
    }

    @Test
    void aSourceThatNobodyNamedIsWovenWhereItsFutureClassesAreSources() throws IOException {
        write("demo/Blinky.java", BLINKY);
        write("demo/Caller.java", "package demo; public class Caller { Object o = Blinky.first(); }");
        String path = output.resolve("src") + File.pathSeparator + output.resolve("generated");
        new Javac(output)
                .processor(Javac.NO_WEAVING)
                .options("-proc:only")
                .compile(List.of(output.resolve("src/demo/Blinky.java")));
        Javac.Result implicit = new Javac(output)
                .processor((library, options) -> marking)
                .options("-sourcepath", path, "-implicit:class")
                .compile(List.of(output.resolve("src/demo/Caller.java")));
        assertEquals(List.of(), implicit.messages(Diagnostic.Kind.ERROR));
        assertEquals(List.of(), implicit.messages(Diagnostic.Kind.NOTE));
        assertTrue(isMarked(implicit.classes().resolve("demo/Blinky.class")));
        assertTrue(isMarked(implicit.classes().resolve("demo/Blinky_first.class")));
    }

    @Test
    void anErrorThatKeepsTheProcessorFromRunningIsTheOnlyOne() throws IOException {
        write("demo/Blinky.java", BLINKY);
        write("demo/Twice.java", "package demo; class Twice {} class Twice {}");
        write("demo/Import.java", "package demo; import demo.nothing.Here; class Import extends Missing {}");
        for (String broken : List.of("Twice", "Import")) {
            Javac.Result result = new Javac(output.resolve(broken))
                    .processor((library, options) -> marking)
                    .compile(List.of(
                            output.resolve("src/demo/" + broken + ".java"), output.resolve("src/demo/Blinky.java")));
            assertFalse(result.success());
            assertFalse(result.diagnostics().toString().contains("POLLEN"), result.diagnostics()::toString);
        }
    }

    @Test
    void aLaterBuildUsesTheWovenClasses() {
        Javac.Result first = new Javac(output.resolve("first"))
                .processor(Javac.NO_WEAVING)
                .compileText("Blinky.java", BLINKY)
                .silent();
        new Javac(output.resolve("second"))
                .processor(Javac.NO_WEAVING)
                .classPath(first.classes())
                .compileText("Blinky.java", BLINKY)
                .silent();
    }

    private void write(String file, String text) throws IOException {
        Path path = output.resolve("src").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static boolean isMarked(Path classFile) throws IOException {
        byte[] bytes = Files.readAllBytes(classFile);
        return bytes[bytes.length - 1] == 42;
    }
}
