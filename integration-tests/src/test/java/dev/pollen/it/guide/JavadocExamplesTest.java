// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.it.build.Product;
import dev.pollen.it.build.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples in the Javadoc of the runtime are regions of programs that are compiled, woven and run here. With {@code
 * -Dpollen.goldens=write} they are written into the Javadoc, and what the programs print into {@code prints.txt}.
 */
class JavadocExamplesTest {
    private static final Path PROJECT = Path.of("src/test/resources/projects/javadoc");
    private static final boolean WRITE = "write".equals(System.getProperty("pollen.goldens"));

    /** What has forms for primitive types, in the program that uses it. */
    private static final String FORMED = "(Channel|Signal|Watch|WatchReceiver|SendReservation|ReceiveReservation)";

    @TempDir
    private Path directory;

    @Test
    void theProgramsPrintWhatTheyShould() throws IOException {
        Project project = Project.copy("javadoc", directory);
        String forms = Files.readString(PROJECT.resolve("src/examples/Forms.java"));
        for (String form : List.of("Int", "Long")) {
            Files.writeString(
                    project.file("src/examples/" + form + "Forms.java"),
                    forms.replaceAll("\\b" + FORMED + "(<Integer>|(?=\\.local\\())", form + "$1")
                            .replace("class Forms", "class " + form + "Forms")
                            .replace("private Forms", "private " + form + "Forms"));
        }
        project.javacWithProcessor("-Xlint:all,-try", "-Werror", "-Apollen.alloc=off")
                .succeeded();
        List<String> arguments = new ArrayList<>(List.of("-cp", Product.path(project.classes()), "examples.All"));
        List<String> programs = programs();
        arguments.addAll(programs);
        arguments.addAll(List.of("IntForms", "LongForms"));
        String printed =
                project.java(arguments.toArray(String[]::new)).succeeded().text();

        int primitive = printed.indexOf("== IntForms");
        String objects = printed.substring(printed.indexOf("== Forms\n"));
        objects = objects.substring(0, objects.indexOf("\n== ", 1) + 1);
        assertEquals(
                objects.replace("== ", "== Int") + objects.replace("== ", "== Long"), printed.substring(primitive));
        Path golden = PROJECT.resolve("prints.txt");
        if (WRITE) {
            Files.writeString(golden, printed.substring(0, primitive));
        } else {
            assertEquals(Files.readString(golden), printed.substring(0, primitive));
        }
    }

    @Test
    void theJavadocShowsWhatIsRun() throws IOException {
        Map<String, List<String>> regions = regions();
        assertTrue(regions.size() > 60, "regions were found");
        Set<String> shown = new HashSet<>();
        List<String> differences = new ArrayList<>();
        List<Documented> changed =
                new ArrayList<>(); // the last in a file first, so that those before stay where they are
        for (Documented element : documented()) {
            List<String> region = regions.get(element.name().replaceFirst("\\.(Int|Long)(?=" + FORMED + "$)", "."));
            boolean first = shown.add(element.name());
            List<List<String>> shows = element.examples();
            List<List<String>> runs = region == null || !first ? List.of() : List.of(region);
            if (!shows.equals(runs)) {
                differences.add(element.name() + " shows\n" + lines(shows) + "\nbut what is run is\n" + lines(runs));
                if (!runs.isEmpty() && !element.file().toString().contains("target")) {
                    changed.add(0, element);
                }
            }
        }
        Set<String> nowhere = new TreeSet<>(regions.keySet());
        nowhere.removeAll(shown);
        assertEquals(Set.of(), nowhere, "regions for what is not there");
        if (WRITE) {
            for (Documented element : changed) {
                element.write(regions.get(element.name()));
            }
        } else {
            assertEquals("", String.join("\n\n", differences));
        }
    }

    @Test
    void whateverUsersMeetHasAnExample() throws IOException {
        Map<String, Documented> first = new TreeMap<>();
        documented().forEach(element -> first.putIfAbsent(element.name(), element));
        Set<String> without = new TreeSet<>();
        first.forEach((name, element) -> {
            if (isMet(element) && element.examples().isEmpty() && !leadsToAnExample(element, first)) {
                without.add(name);
            }
        });
        assertEquals(Set.of(), without);
    }

    /** Of these each method is something of its own. */
    private static final Pattern EACH_METHOD =
            Pattern.compile("(futures\\.Futures|Pollen|AsyncStream)\\.(?!map[TDIL]|filter[DIL])\\w+(?<!\\$in)");

    /** What users meet of the root. */
    private static final Set<String> ROOT = Set.of("Pollen", "Future", "Task", "AsyncStream");

    /** Types; and of some each method. */
    private static boolean isMet(Documented element) {
        return element.isType()
                || element.name().startsWith("futures.Futures.")
                        && !element.name().endsWith("$in");
    }

    /** Public for the sake of generated code, of tests of executors, and of other packages. */
    static final Set<String> MACHINERY = Set.of(
            "executor.AwaitSearch",
            "executor.AwaitingTask",
            "executor.BackgroundTasks",
            "executor.TaskHeader",
            "executor.TaskJoin",
            "executor.TaskPool",
            "executor.TaskPools",
            "executor.TaskRecord",
            "time.Clock",
            "time.TimerQueue");

    private static final Pattern LEADS = Pattern.compile("(?:@see |The form of \\{@link |see \\{@link )([\\w#]+)");

    private static boolean leadsToAnExample(Documented element, Map<String, Documented> elements) {
        Matcher leads = LEADS.matcher(element.text());
        while (leads.find()) {
            String name = element.name();
            String to = leads.group(1).startsWith("#")
                    ? name.substring(0, name.lastIndexOf('.')) + leads.group(1)
                    : name.substring(0, name.indexOf('.') + 1) + leads.group(1);
            Documented other = elements.get(to.replace('#', '.'));
            if (other != null && !other.examples().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theComparisonBites() throws IOException {
        List<String> source = List.of("  // Javadoc of a.B", "    x();", "", "      y();", "  // end", "z();");
        assertEquals(Map.of("a.B", List.of("x();", "", "  y();")), Region.in(source));
        List<String> twice = new ArrayList<>(source);
        twice.addAll(List.of("// Javadoc of a.B", "// more", "// end"));
        assertEquals(
                List.of("x();", "", "  y();", "", "// more"), Region.in(twice).get("a.B"));

        Map<String, Documented> all = new HashMap<>();
        documented().forEach(element -> all.putIfAbsent(element.name(), element));
        List<String> mutex = regions().get("sync.Mutex");
        assertEquals(List.of(mutex), all.get("sync.Mutex").examples());
        List<String> changed = new ArrayList<>(mutex);
        changed.set(0, changed.get(0) + " // by somebody");
        assertNotEquals(List.of(changed), all.get("sync.Mutex").examples());
    }

    private static List<Documented> documented() throws IOException {
        List<Documented> all = new ArrayList<>();
        for (String folder : List.of("", "sync", "futures", "time", "executor")) {
            Documented.in(folder).stream()
                    .filter(element -> !MACHINERY.contains(element.name()))
                    .filter(element ->
                            !folder.isEmpty() || ROOT.contains(element.name().replaceAll("\\..*", "")))
                    .forEach(all::add);
        }
        return all;
    }

    private static Map<String, List<String>> regions() throws IOException {
        Map<String, List<String>> all = new TreeMap<>();
        for (String program : programs()) {
            all.putAll(Region.in(Files.readAllLines(PROJECT.resolve("src/examples/" + program + ".java"))));
        }
        return all;
    }

    private static List<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve("src/examples"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !Set.of("All", "Board").contains(name))
                    .sorted()
                    .toList();
        }
    }

    private static String lines(List<List<String>> blocks) {
        return blocks.isEmpty()
                ? "nothing"
                : String.join(
                        "\n\n",
                        blocks.stream().map(block -> String.join("\n", block)).toList());
    }
}
