// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings of what compiles and is unwise: they are the same through each door, they can be silenced, and our own code has none. */
class AdviceTest {
    private static final Pattern FOUND = Pattern.compile("(?m)^bad\\.(\\w+)\\S*:(\\d+): warning: (POLLEN-\\d{3})");
    private static final Pattern ID = Pattern.compile("POLLEN-\\d{3}");

    /** Programs whose every warning is one that class files show; of loops they show those alone in which nothing awaits. */
    private static final List<String> PROGRAMS = List.of(
            "LostFutures", "BlockingCalls", "HeldLocks", "CancelUnsafeParts", "SwallowedCancellation", "SharedState");

    private static final String UNWISE = """
            package demo;
            import dev.pollen.Future;
            import dev.pollen.annotations.Async;
            class Unwise {
              static final String OURS = "pollen:043";
              @Async
              static Future<Void> read() {
                return Future.done();
              }
              @Async
              %s
              static Future<Void> twice() throws InterruptedException {
                read();
                Thread.sleep(1);
                %s
                return Future.done();
              }
              %s
              static void ordinary() {
                read();
              }
            }
            """;

    @TempDir
    Path output;

    /** The samples and simulated boards are built with {@code -Werror}; these are the others. */
    @Test
    void ourOwnProgramsGiveNone() throws IOException {
        int programs = WovenBox.sources().size();
        assertTrue(programs > 250, programs + " programs");
        assertEquals(
                List.of(),
                WovenBox.warnings().stream()
                        .filter(text -> ID.matcher(text).find())
                        .toList());
        for (String project :
                List.of("guide", "blocks", "frames", "receivers", "deep", "radio", "thermostat", "debugged")) {
            Path root = Path.of("src/test/resources/projects", project);
            Path main = Files.isDirectory(root.resolve("src/main/java")) ? root.resolve("src/main/java") : root;
            assertEquals(List.of(), warnings(new Build(output.resolve(project)), javaFiles(main)));
        }
    }

    /** What the source silences is printed by the command, which has no source: so nothing is silenced here. */
    @Test
    void theCommandFindsTheSameInClassFiles() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String program : PROGRAMS) {
            String source = Files.readString(Path.of("src/test/resources/bad", program + ".java"));
            sources.add(file(program, source.replaceAll("@SuppressWarnings\\([^)]*\\)", "/* said */")));
        }
        Path loops = Path.of("src/test/resources/bad/EndlessLoops.java");
        TreeSet<String> byJavac = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic :
                new Build(output.resolve("woven")).woven().diagnose(sources)) {
            Matcher id = ID.matcher(diagnostic.getMessage(Locale.ROOT));
            if (id.find()) {
                String program =
                        Path.of(diagnostic.getSource().getName()).getFileName().toString();
                byJavac.add(program.replace(".java", ":") + diagnostic.getLineNumber() + " " + id.group());
            }
        }
        assertTrue(byJavac.size() > 60, byJavac.toString());
        sources.add(loops);
        TreeSet<String> byCommand = byCommand(sources);
        List<String> ofLoops = byCommand.stream()
                .filter(each -> each.startsWith("EndlessLoops"))
                .toList();
        byCommand.removeIf(each -> each.startsWith("EndlessLoops"));
        assertEquals(String.join("\n", byJavac), String.join("\n", byCommand));
        // Those in which nothing awaits at all, by the line of the first instruction; one of them is silenced in the
        // source.
        assertEquals(6, ofLoops.size(), ofLoops.toString());
        assertTrue(ofLoops.stream().allMatch(each -> each.endsWith("POLLEN-045")), ofLoops.toString());
    }

    private TreeSet<String> byCommand(List<Path> sources) {
        Path classes = output.resolve("plain");
        new Build(classes).compilePlain(sources);
        String said = Build.weave(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), classes);
        TreeSet<String> found = new TreeSet<>();
        Matcher matcher = FOUND.matcher(said);
        while (matcher.find()) {
            found.add(matcher.group(1) + ":" + matcher.group(2) + " " + matcher.group(3));
        }
        return found;
    }

    @Test
    void aWarningIsSilencedWhereItStands() throws IOException {
        assertEquals(
                List.of("13 POLLEN-043", "14 POLLEN-046", "15 POLLEN-043", "20 POLLEN-043"),
                unwise("", "Future<Void> f = read();", ""));
        assertEquals(
                List.of("14 POLLEN-046", "20 POLLEN-043"),
                unwise("@SuppressWarnings(\"pollen:043\")", "Future<Void> f = read();", ""));
        assertEquals(
                List.of("14 POLLEN-046"),
                unwise(
                        "@SuppressWarnings(OURS)",
                        "Future<Void> f = read();",
                        "@SuppressWarnings({\"all\", \"pollen\"})"));
        assertEquals(
                List.of("13 POLLEN-043", "14 POLLEN-046", "20 POLLEN-043"),
                unwise("", "@SuppressWarnings(\"pollen:043\") Future<Void> f = read();", ""));
        assertEquals(List.of(), unwise("@SuppressWarnings(\"pollen\")", "", "@SuppressWarnings(\"pollen\")"));
        // The digits of another one.
        assertEquals(
                List.of("13 POLLEN-043", "20 POLLEN-043"),
                unwise("@SuppressWarnings({\"pollen:046\", \"pollen:44\"})", "", ""));
    }

    @Test
    void notesAreSilencedAndErrorsAreNot() throws IOException {
        String source = """
                package demo;
                import static dev.pollen.Pollen.await;
                import dev.pollen.Future;
                import dev.pollen.annotations.Async;
                @SuppressWarnings("pollen")
                class Silent {
                  @Async
                  static Future<Object> made() {
                    Object made = new Object();
                    await(Future.done());
                    return Future.ready(made.hashCode() > 0 ? new Object() : made);
                  }
                }
                """;
        Build build = new Build(output.resolve("notes")).woven().options("-Apollen.alloc=report");
        assertEquals(List.of(), ours(build.diagnose(List.of(file("Silent", source)))));
        Build strict = new Build(output.resolve("strict")).woven().options("-Apollen.alloc=error");
        assertFalse(ours(strict.diagnose(List.of(file("Silent", source)))).isEmpty());
        assertFalse(strict.succeeded());
    }

    /** javac knows nothing of our names, and says nothing of them: on each JDK that runs this. */
    @Test
    void javacHasNothingAgainstTheAnnotation() throws IOException {
        Build build = new Build(output.resolve("lint")).woven().options("-Werror");
        String source = UNWISE.formatted("@SuppressWarnings(\"pollen\")", "", "@SuppressWarnings(\"pollen:043\")");
        List<String> said = new ArrayList<>();
        build.diagnose(List.of(file("Unwise", source))).forEach(each -> said.add(each.getMessage(Locale.ROOT)));
        assertEquals(List.of(), said);
        assertTrue(build.succeeded());
    }

    @Test
    void werrorCountsOurWarnings() throws IOException {
        Build build = new Build(output.resolve("werror")).woven().options("-Werror");
        List<Diagnostic<? extends JavaFileObject>> said =
                build.diagnose(List.of(file("Unwise", UNWISE.formatted("", "", ""))));
        assertTrue(ours(said).contains("13 POLLEN-043"), said.toString());
        assertTrue(said.stream().anyMatch(each -> each.getKind() == Diagnostic.Kind.ERROR), said.toString());
        assertFalse(build.succeeded());
    }

    private List<String> unwise(String onMethod, String statement, String onOther) throws IOException {
        Path file = file("Unwise", UNWISE.formatted(onMethod, statement, onOther));
        return ours(new Build(output.resolve("unwise")).woven().diagnose(List.of(file)));
    }

    private Path file(String name, String source) throws IOException {
        Path file = output.resolve("source").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source);
    }

    @Test
    void usersSayWhatElseBlocks() throws IOException {
        Path classes = output.resolve("listed");
        Files.createDirectories(classes.resolve("META-INF/pollen"));
        Files.writeString(classes.resolve("META-INF/pollen/blocking.txt"), """
                # ours
                demo.Port.query   await(port.queryLater())
                demo.Port.read(byte[], int)
                !demo.Port.MemoryPort.query
                !demo.Port$MemoryPort.query
                !java.lang.Thread.sleep
                """);
        String source = """
                package demo;
                import dev.pollen.Future;
                import dev.pollen.annotations.Async;
                class Port {
                  void query() {}
                  void read(byte[] raw, int n) {}
                  void read(byte[] raw) {}
                  static class Cached extends Port {
                    @Override void query() {}
                  }
                  static final class MemoryPort extends Cached {
                    @Override void query() {}
                  }
                  @Async
                  static Future<Void> use(Port port, Cached cached, MemoryPort memory) throws InterruptedException {
                    port.query();
                    port.read(null, 3);
                    port.read(null);
                    cached.query();
                    memory.query();
                    Thread.sleep(3);
                    new Object().wait(3);
                    return Future.done();
                  }
                }
                """;
        List<Diagnostic<? extends JavaFileObject>> said =
                new Build(classes).woven().diagnose(List.of(file("Port", source)));
        assertEquals(List.of("16 POLLEN-046", "17 POLLEN-046", "19 POLLEN-046", "22 POLLEN-046"), ours(said));
        assertTrue(
                said.get(0).getMessage(Locale.ROOT).endsWith("Write instead: await(port.queryLater())"),
                said.toString());
    }

    @Test
    void aLineThatIsNotUnderstoodIsSaidOnce() throws IOException {
        Path classes = output.resolve("wrong");
        Files.createDirectories(classes.resolve("META-INF/pollen"));
        Files.writeString(classes.resolve("META-INF/pollen/blocking.txt"), "# one\nsleep\ndemo.Port.query\n");
        List<Diagnostic<? extends JavaFileObject>> said = new Build(classes)
                .woven()
                .diagnose(List.of(file("Unwise", UNWISE.formatted("@SuppressWarnings(\"pollen:043\")", "", ""))));
        List<String> lists = said.stream()
                .map(each -> each.getMessage(Locale.ROOT))
                .filter(text -> text.contains("POLLEN-051"))
                .toList();
        assertEquals(1, lists.size(), said.toString());
        assertTrue(
                lists.get(0).startsWith("POLLEN-051: line 2 of META-INF/pollen/blocking.txt: sleep is not"),
                lists.get(0));
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> warnings(Build build, List<Path> sources) {
        List<String> warnings = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : build.woven().diagnose(sources)) {
            String text = diagnostic.getMessage(Locale.ROOT);
            boolean warns = diagnostic.getKind() == Diagnostic.Kind.WARNING
                    && ID.matcher(text).find();
            if (warns || diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                warnings.add(diagnostic.toString());
            }
        }
        assertTrue(build.succeeded());
        return warnings;
    }

    /** Line and id of each message of ours, in the order of the source. */
    private static List<String> ours(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        TreeSet<String> found = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            Matcher id = ID.matcher(diagnostic.getMessage(Locale.ROOT));
            if (id.find()) {
                found.add(diagnostic.getLineNumber() + " " + id.group());
            }
        }
        return List.copyOf(found);
    }
}
