// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.states;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.processor.model.FrameFacts;
import dev.pollen.processor.model.StateGraph;
import dev.pollen.processor.weave.WovenSource;
import dev.pollen.processor.weave.classpath.FrameFactsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The states of woven bodies and the edges between them; that they happen is for {@code StateDiagramTest} to see. */
class StateGraphReaderTest {
    @TempDir
    Path output;

    private static StateGraph read(WovenSource source) {
        FrameFacts facts =
                FrameFactsReader.read(source.classes().get("test/T_work")).orElseThrow();
        return StateGraphReader.read(facts, source.classes()::get).orElseThrow();
    }

    private StateGraph graph(String method, String... options) {
        return read(WovenSource.of(output, method, options));
    }

    /** The edges of a method whose body begins on line 11. */
    private List<String> edges(String parameters, String body) {
        StateGraph graph = graph(
                "@Async static Future<Void> work(" + parameters + ") throws Exception {\n" + body
                        + "\n return Future.done();\n}",
                "-g");
        return graph.edges().stream().map(StateGraphReaderTest::text).toList();
    }

    private static String text(StateGraph.Edge edge) {
        return edge.from() + (edge.thrown() ? " throws " : " to ") + edge.to()
                + (edge.conditions().isEmpty() ? "" : " if " + String.join(", ", edge.conditions())) + " "
                + edge.lines();
    }

    @Test
    void aWayIsWhatStandsBetweenTwoAwaits() {
        assertEquals(
                List.of("0 to 1 [11]", "1 to 2 [11, 12, 13]", "2 to -1 [13, 14]"),
                edges("int n", "await(nothing());\n n++;\n await(one(n));"));
    }

    @Test
    void numbersAreCompared() {
        assertEquals(
                List.of("0 to -1 if n <= 90 [11, 12]", "0 to 1 if n > 90 [11]", "1 to -1 [11, 12]"),
                edges("int n", "if (n > 90) await(nothing());"));
        assertEquals(
                List.of("0 to -1 if (n * 2) >= m [11, 12]", "0 to 1 if (n * 2) < m [11]", "1 to -1 [11, 12]"),
                edges("long n, long m", "if (n * 2 < m) await(nothing());"));
    }

    /** Neither of {@code x < y} and {@code x >= y} holds for NaN. */
    @Test
    void theOppositeOfAFloatingComparisonIsItsNegation() {
        assertEquals(
                List.of("0 to -1 if !(x < y) [11, 12]", "0 to 1 if x < y [11]", "1 to -1 [11, 12]"),
                edges("double x, double y", "if (x < y) await(nothing());"));
    }

    @Test
    void truthNullAndTypesAreTold() {
        assertEquals(
                List.of("0 to -1 if !s.isEmpty() [11, 12]", "0 to 1 if s.isEmpty() [11]", "1 to -1 [11, 12]"),
                edges("String s", "if (s.isEmpty()) await(nothing());"));
        assertEquals(
                List.of("0 to -1 if o == null [11, 12]", "0 to 1 if o != null [11]", "1 to -1 [11, 12]"),
                edges("Object o", "if (o != null) await(nothing());"));
        assertEquals(
                List.of(
                        "0 to -1 if !(o instanceof String) [11, 12]",
                        "0 to 1 if o instanceof String [11]",
                        "1 to -1 [11, 12]"),
                edges("Object o", "if (o instanceof String) await(nothing());"));
    }

    @Test
    void theResultOfAnAwaitIsTheAwait() {
        assertEquals(
                List.of(
                        "0 to 1 [11]",
                        "1 to -1 if await(one(n)) <= 3 [11, 12]",
                        "1 to 2 if await(one(n)) > 3 [11]",
                        "2 to -1 [11, 12]"),
                edges("int n", "if (await(one(n)) > 3) await(nothing());"));
    }

    /** Either of two conditions is no condition of the edge, both are. */
    @Test
    void whatAllWaysShareIsACondition() {
        assertEquals(
                List.of("0 to -1 [11, 12]", "0 to 1 if a, b [11]", "1 to -1 [11, 12]"),
                edges("boolean a, boolean b", "if (a && b) await(nothing());"));
    }

    @Test
    void casesAreTold() {
        assertEquals(
                List.of(
                        "0 to -1 if n != 1 && n != 2 && n != 4 [11, 12]",
                        "0 to 1 if n == 1 || n == 2 [11]",
                        "0 to 2 if n == 4 [11]",
                        "1 to -1 [11, 12]",
                        "2 to -1 [11, 12]"),
                edges("int n", "switch (n) { case 1, 2 -> await(nothing()); case 4 -> await(one(n)); default -> {} }"));
    }

    /** What two ways bring together is a value that no straight code shows. */
    @Test
    void whatCannotBeToldIsLeftOut() {
        assertEquals(
                List.of("0 to -1 [11, 12]", "0 to 1 [11]", "1 to -1 [11, 12]"),
                edges("boolean a, int n, int m", "if ((a ? n : m) > 2) await(nothing());"));
    }

    @Test
    void exceptionsGoToTheirHandlers() {
        assertEquals(
                List.of(
                        "0 to 1 [12]",
                        "0 throws 2 if IllegalStateException [13]",
                        "1 to -1 [12, 14, 15]",
                        "1 throws 2 if IllegalStateException [13]",
                        "2 to -1 [13, 15]"),
                edges("int n", "try {\n await(one(n));\n } catch (IllegalStateException e) { await(nothing());\n }"));
    }

    @Test
    void aThrowStatementFails() {
        assertEquals(
                List.of("0 to 1 [11]", "1 to -2 if n < 0 [11, 12]", "1 to -1 if n >= 0 [11, 12, 13]"),
                edges("int n", "await(nothing());\n if (n < 0) throw new Exception();"));
    }

    @Test
    void variablesThatAreNeededLaterAreLive() {
        StateGraph graph = graph("""
                @Async static Future.OfLong work(String s, boolean b) {
                  long sum = 1; byte[] bytes = {1};
                  await(nothing());
                  sum += bytes.length;
                  await(one(2));
                  return Future.ready(sum + (b ? 1 : 0));
                }
                """, "-g");
        assertEquals(
                List.of(
                        new StateGraph.Live("b", "boolean", 4),
                        new StateGraph.Live("sum", "long", 8),
                        new StateGraph.Live("bytes", "byte[]", 4)),
                graph.states().get(0).live());
        assertEquals(
                List.of(new StateGraph.Live("b", "boolean", 4), new StateGraph.Live("sum", "long", 8)),
                graph.states().get(1).live());
        assertEquals("test/T_one", graph.states().get(1).child());
    }

    @Test
    void withoutDebugInformationThereAreNoNames() {
        StateGraph graph = graph(
                "@Async static Future.OfInt work(int n) { if (n > 2) await(nothing()); return Future.ready(n); }",
                "-g:none");
        assertEquals(
                List.of(new StateGraph.Live("", "int", 4)),
                graph.states().get(0).live());
        assertEquals(
                List.of("0 to -1 []", "0 to 1 []", "1 to -1 []"),
                graph.edges().stream().map(StateGraphReaderTest::text).toList());
    }

    @Test
    void aGeneratorRestsWhereItEmits() {
        StateGraph graph = graph("""
                @Async static AsyncStream.OfInt work(int n) {
                  for (int i = 0; i < n; i++) {
                    Pollen.emit(i);
                    await(nothing());
                  }
                  return AsyncStream.OfInt.end();
                }
                """, "-g");
        assertEquals(
                List.of(true, false),
                graph.states().stream().map(StateGraph.State::emits).toList());
        assertEquals(
                List.of(
                        "0 to -1 if i >= n [11, 15]",
                        "0 to 1 if i < n [11, 12]",
                        "1 to 2 [13]",
                        "2 to -1 if i >= n [11, 13, 15]",
                        "2 to 1 if i < n [11, 12, 13]"),
                graph.edges().stream().map(StateGraphReaderTest::text).toList());
    }

    @Test
    void withoutTheOwnersClassFileThereIsNoGraph() {
        WovenSource source = WovenSource.of(output, "@Async static Future<Void> work() { return Future.done(); }");
        FrameFacts facts =
                FrameFactsReader.read(source.classes().get("test/T_work")).orElseThrow();
        assertEquals(
                Optional.empty(),
                StateGraphReader.read(
                        facts,
                        name -> name.equals("test/T") ? null : source.classes().get(name)));
    }
}
