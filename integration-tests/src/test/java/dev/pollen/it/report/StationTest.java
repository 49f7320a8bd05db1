// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.pollen.it.build.Product;
import dev.pollen.it.build.Project;
import dev.pollen.it.size.PredictedSizes;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.dot.DOTImporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The report of a small application, as the command prints it and as the compiler writes it, beside what is expected, which
 * {@code -Dpollen.goldens=write} writes anew; and read by programs that others have written.
 */
class StationTest {
    private static final Path EXPECTED = Path.of("src/test/resources/reports");

    @TempDir
    static Path directory;

    private static Project project;

    @BeforeAll
    static void compile() {
        project = Project.copy("station", directory);
        project.javacWithProcessor("-g", "-Apollen.report=station.json").succeeded();
    }

    /** Each is printed once: a process takes longer than all that a test does with its text. */
    private static final Map<List<String>, String> PRINTED = new HashMap<>();

    private static String report(String... options) {
        return PRINTED.computeIfAbsent(List.of(options), StationTest::print);
    }

    private static String print(List<String> options) {
        List<String> arguments =
                new ArrayList<>(List.of("-jar", Product.processor().toString(), "report"));
        arguments.addAll(options);
        arguments.addAll(
                List.of("--class-path", Product.path(), project.classes().toString()));
        return project.java(arguments.toArray(String[]::new)).succeeded().text();
    }

    @ParameterizedTest
    @CsvSource({
        "--details, station.txt",
        "--json, station.json",
        "--dot, station.dot",
        "--mermaid, station.md",
        "--source, station.java.txt"
    })
    void isWhatIsExpected(String format, String file) throws IOException {
        String printed = report(format);
        if ("write".equals(System.getProperty("pollen.goldens"))) {
            Files.writeString(EXPECTED.resolve(file), printed);
        }
        assertEquals(Files.readString(EXPECTED.resolve(file)), printed);
    }

    /** What the page shows as output stands line by line in what is expected, however far it is indented. */
    @Test
    void thePageShowsWhatIsPrinted() throws IOException {
        List<List<String>> printed = new ArrayList<>();
        for (String file : List.of("station.txt", "station.json", "station.md", "station.java.txt")) {
            printed.add(stripped(Files.readAllLines(EXPECTED.resolve(file))));
        }
        String page = Files.readString(Path.of("../docs/guide/report.md"));
        Matcher block = Pattern.compile("```(?:text|mermaid|json)\n(.*?)\n```", Pattern.DOTALL)
                .matcher(page);
        int blocks = 0;
        while (block.find()) {
            List<String> lines = stripped(block.group(1).lines().toList());
            assertTrue(printed.stream().anyMatch(text -> Collections.indexOfSubList(text, lines) >= 0), block::group);
            blocks++;
        }
        assertEquals(5, blocks);
    }

    /** Without what a line has because another one follows. */
    private static List<String> stripped(List<String> lines) {
        return lines.stream().map(line -> line.strip().replaceFirst(",$", "")).toList();
    }

    @Test
    void theDetailsBeginWithTheTable() {
        assertTrue(report("--details").startsWith(report()));
    }

    @Test
    void theCompilerWritesWhatTheCommandPrints() throws IOException {
        assertEquals(report("--json"), Files.readString(project.file("station.json")));
    }

    @Test
    void aPartOfTheMethodsCanBeChosen() {
        assertEquals(1, frames(report("--json", "--only", "measure")).size());
    }

    @Test
    void theSumsOfTheJsonAreRight() {
        JsonObject report = JsonParser.parseString(report("--json")).getAsJsonObject();
        assertEquals(1, report.get("schema").getAsInt());
        long all = 0;
        for (JsonElement element : report.getAsJsonArray("tasks")) {
            JsonObject task = element.getAsJsonObject();
            long slot = number(task, "frameBytes") + number(task, "childrenBytes") + number(task, "recordBytes");
            assertEquals(number(task, "poolSize") * slot, number(task, "totalBytes"));
            assertEquals(sum(task), number(task, "childrenBytes"));
            all += number(task, "totalBytes");
        }
        assertEquals(all, number(report, "totalBytes"));
    }

    /** Adds up the children, and theirs. */
    private static long sum(JsonObject part) {
        long sum = 0;
        for (JsonElement element : part.getAsJsonArray("children")) {
            JsonObject child = element.getAsJsonObject();
            long bytes = number(child, "ownBytes") + sum(child);
            assertEquals(bytes, number(child, "totalBytes"), child::toString);
            sum += bytes;
        }
        return sum;
    }

    private static long number(JsonObject object, String name) {
        return object.get(name).getAsLong();
    }

    private static List<JsonObject> frames(String json) {
        JsonObject report = JsonParser.parseString(json).getAsJsonObject();
        List<JsonObject> frames = new ArrayList<>();
        report.getAsJsonArray("tasks").forEach(task -> frames.add(task.getAsJsonObject()));
        report.getAsJsonArray("functions").forEach(function -> frames.add(function.getAsJsonObject()));
        return frames;
    }

    /** Read with javap, which shares no code with the report. */
    @Test
    void theFiguresAreThoseOfTheClassFiles() {
        Map<String, Integer> bytes = new TreeMap<>();
        frames(report("--json"))
                .forEach(frame -> bytes.put(frame.get("class").getAsString(), (int) number(frame, "frameBytes")));
        assertEquals(PredictedSizes.read(project.classes()), bytes);
    }

    @Test
    void graphvizReadsTheSameEdges() {
        DirectedPseudograph<String, DefaultEdge> graph = new DirectedPseudograph<>(DefaultEdge.class);
        DOTImporter<String, DefaultEdge> importer = new DOTImporter<>();
        importer.setVertexFactory(name -> name);
        // The importer knows none of Graphviz' escapes but the one of a quote.
        importer.importGraph(graph, new StringReader(report("--dot").replace("\\n", " ")));
        List<String> edges = new ArrayList<>();
        graph.edgeSet().forEach(edge -> edges.add(graph.getEdgeSource(edge) + " " + graph.getEdgeTarget(edge)));
        assertSameEdges(edges, "f%d_");
    }

    @Test
    void mermaidHasTheSameEdges() {
        Pattern node = Pattern.compile("  (\\w+)[({]+\".*\"[)}]+");
        Pattern edge = Pattern.compile("  (\\w+) (?:-->|-\\.->)(?:\\|\"[^\"|]*\"\\|)? (\\w+)");
        List<String> edges = new ArrayList<>();
        List<String> nodes = new ArrayList<>();
        int diagrams = 0;
        for (String line : report("--mermaid").lines().toList()) {
            Matcher edgeLine = edge.matcher(line);
            if (line.equals("```mermaid")) {
                nodes.clear();
            } else if (line.equals("flowchart TD")) {
                diagrams++;
            } else if (edgeLine.matches()) {
                assertTrue(nodes.contains(edgeLine.group(1)) && nodes.contains(edgeLine.group(2)), line);
                String prefix = "f" + (diagrams - 1) + "_";
                edges.add(prefix + edgeLine.group(1) + " " + prefix + edgeLine.group(2));
            } else if (line.startsWith("  ")) {
                Matcher nodeLine = node.matcher(line);
                assertTrue(nodeLine.matches(), line);
                nodes.add(nodeLine.group(1));
            }
        }
        assertSameEdges(edges, "f%d_s");
    }

    private void assertSameEdges(List<String> found, String state) {
        List<String> expected = new ArrayList<>();
        List<JsonObject> frames = frames(report("--json"));
        for (int i = 0; i < frames.size(); i++) {
            String prefix = "f" + i + "_";
            Map<Integer, String> ends =
                    new HashMap<>(Map.of(0, prefix + "start", -1, prefix + "done", -2, prefix + "fails"));
            for (JsonElement element : frames.get(i).getAsJsonArray("edges")) {
                expected.add(name(element, "from", state, i, ends) + " " + name(element, "to", state, i, ends));
            }
        }
        Collections.sort(expected);
        Collections.sort(found);
        assertTrue(expected.size() > 8, expected::toString);
        assertEquals(expected, found);
    }

    private static String name(JsonElement edge, String end, String state, int frame, Map<Integer, String> ends) {
        int number = edge.getAsJsonObject().get(end).getAsInt();
        return ends.getOrDefault(number, String.format(state, frame) + number);
    }

    @Test
    void theProgramRuns() {
        assertEquals(
                "1010 ms: value 40\n1510 ms: value 50\n",
                project.run("station.Station").succeeded().text());
    }
}
