// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.processor.javac.Weaving;
import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.model.Message;
import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.weave.Weave;
import dev.pollen.processor.weave.Weaver;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the weaver finds in a class file is printed at the user's expression. */
class FindingPositionsTest {
    private static final String SOURCE = """
            package demo;
            import static dev.pollen.Pollen.await;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            class Blinky {
              @Async
              static Future<Void> read(int n) {
                int two = await(Future.ready(1)) + await(Future.ready(2));
                await(
                    Future.done()
                        .getClass() == null ? Future.done() : Future.done());
                Object made = new StringBuilder();
                return Future.done();
              }
            }
            """;
    private static final MethodRef READ = new MethodRef("demo/Blinky", "read", "(I)Ldev/pollen/Future;");

    @TempDir
    Path output;

    @Test
    void theCaretStandsAtTheNameOfTheCall() {
        assertEquals("Blinky.java:8:15", place(8, "await"));
        assertEquals("Blinky.java:9:5", place(9, "await"));
    }

    @Test
    void theCaretOfAQualifiedCallStandsAtItsDot() {
        assertEquals("Blinky.java:8:27", place(8, "ready"));
    }

    @Test
    void aCallOfSeveralLinesIsFoundFromItsLastLine() {
        assertEquals("Blinky.java:11:13", place(11, "getClass"));
        assertEquals("Blinky.java:9:5", place(10, "await"));
    }

    @Test
    void statementsAndConstructorsAreFound() {
        assertEquals("Blinky.java:13:5", place(13, "return"));
        assertEquals("Blinky.java:12:19", place(12, "<init>"));
    }

    @Test
    void whatHasNoCallIsPrintedAtTheMethod() {
        assertEquals("Blinky.java:7:23", place(0, ""));
        assertEquals("Blinky.java:7:23", place(3, "unknown"));
        assertEquals("Blinky.java:7:23", place(new MethodRef("demo/Blinky", "lambda$read$0", "()V"), 8, "await"));
    }

    @Test
    void whatIsFoundInABlockIsPrintedThere() {
        MethodRef block = new MethodRef("demo/Two", "lambda$make$0", "()Ldev/pollen/Future;");
        assertEquals("Two.java:7:10", placeInBlock(block, 7, "first"));
        assertEquals("Two.java:11:28", placeInBlock(block, 11, "second"));
        assertEquals("Two.java:10:30", placeInBlock(block, 10, "async"));
        assertEquals("Two.java:6:18", placeInBlock(block, 6, ""));
        assertEquals("Two.java:8:7", placeInBlock(block, 8, "return"));
    }

    private String placeInBlock(MethodRef method, int line, String call) {
        String source = """
                package demo;
                import dev.pollen.*;
                class Two {
                  static void first() {}
                  static Future<String> make() {
                    return Pollen.async(() -> {
                      Two.first();
                      return null;
                    }); }
                  Future<Void> field = Pollen.async(() ->
                      Pollen.async(() -> { second(); return null; }));
                  void second() {}
                }
                """;
        List<String> errors = new Javac(output)
                .processor(finding(Message.RETURN_IN_TRY, method, line, call))
                .compileText("Two.java", source)
                .messages(Diagnostic.Kind.ERROR);
        assertEquals(1, errors.size(), errors.toString());
        return errors.get(0).substring(0, errors.get(0).indexOf(": "));
    }

    @Test
    void aFailureOfTheWeaverIsPrintedAsOursAtTheMethod() {
        String error = single(Diagnostic.Kind.ERROR, (library, options) -> (owner, futures) -> {
            throw new IllegalStateException("no frame");
        });
        assertTrue(
                error.startsWith("Blinky.java:7:23: POLLEN-016: internal error of Pollen while weaving demo.Blinky"),
                error);
        assertTrue(error.contains("IllegalStateException: no frame"), error);
        assertTrue(error.contains("FindingPositionsTest"), error);
    }

    /** The pass that fails is one of the weaver's own: what it asks about a class has no answer but an exception. */
    @Test
    void aFailureOfAPassNamesTheMethodAndThePass() {
        String error = single(Diagnostic.Kind.ERROR, planted("shape", "dev/pollen/Frame"));
        assertTrue(
                error.startsWith("Blinky.java:7:23: POLLEN-016: internal error of Pollen while weaving"
                        + " demo.Blinky.read(int), in ObjectLayout: "),
                error);
        assertTrue(error.contains("IllegalStateException: planted"), error);
        assertTrue(error.contains("left un-woven"), error);
    }

    @Test
    void aFailureOfARuleNamesTheMethodAndTheRule() {
        String source = SOURCE.replace(
                "Object made",
                "Object chosen = await(dev.pollen.futures.Futures.select(read(1), read(2))); Object made");
        List<String> errors = new Javac(output)
                .processor(planted("isCancelUnsafe", null))
                .compileText("Blinky.java", source)
                .messages(Diagnostic.Kind.ERROR);
        assertEquals(1, errors.size(), errors.toString());
        assertTrue(
                errors.get(0).contains("while weaving demo.Blinky.read(int), in CancelUnsafeParts: "), errors.get(0));
    }

    private static Weaving.Factory planted(String question, String about) {
        return (library, options) -> new Weaver(
                (Library) Proxy.newProxyInstance(
                        Library.class.getClassLoader(), new Class<?>[] {Library.class}, (proxy, method, asked) -> {
                            if (method.getName().equals(question) && (about == null || about.equals(asked[0]))) {
                                throw new IllegalStateException("planted");
                            }
                            return method.invoke(library, asked);
                        }),
                options)::weave;
    }

    @Test
    void allocationIsSaidAsTheUserWantsIt() {
        Weaving.Factory note = finding(Message.MAY_ALLOCATE, READ, 8, "await", "await(..)", "nobody places it");
        String text =
                "Blinky.java:8:15: POLLEN-015: await(..): the future is made on the heap, because nobody places it";
        assertEquals(List.of(text), compile(note).messages(Diagnostic.Kind.NOTE));
        assertEquals(List.of(text), compile(note, "-Apollen.alloc=report").messages(Diagnostic.Kind.NOTE));
        assertEquals(List.of(text), compile(note, "-Apollen.alloc=warn").messages(Diagnostic.Kind.WARNING));
        assertEquals(List.of(text), compile(note, "-Apollen.alloc=error").messages(Diagnostic.Kind.ERROR));
        compile(note, "-Apollen.alloc=off").silent();
    }

    @Test
    void anOptionWithAWrongValueIsAnError() {
        Javac.Result result =
                compile(Javac.NO_WEAVING, "-Apollen.alloc=never", "-Apollen.debug=yes", "-Apollen.report=text");
        assertFalse(result.success());
        assertEquals(
                List.of(
                        "POLLEN-022: -Apollen.report=text is not known: write the name of a file that ends in .txt, .json,"
                                + " .dot or .md (Mermaid), and that can be written",
                        "POLLEN-022: -Apollen.debug=yes is not known: write true or false",
                        "POLLEN-022: -Apollen.alloc=never is not known: write off or report or warn or error"),
                result.messages(Diagnostic.Kind.ERROR));
    }

    @Test
    void aReportThatCannotBeWrittenIsAnError() {
        String file = output.resolve("nowhere").resolve("report.json").toString();
        Javac.Result result = compile(Javac.NO_WEAVING, "-Apollen.report=" + file);
        assertEquals(
                List.of("POLLEN-022: -Apollen.report=" + file + " is not known: write the name of a file that ends in"
                        + " .txt, .json, .dot or .md (Mermaid), and that can be written"),
                result.messages(Diagnostic.Kind.ERROR));
    }

    @Test
    void theWeaverIsToldOfTheDebugger() {
        compile(
                        (library, options) -> (owner, futures) -> {
                            assertTrue(options.debug());
                            return new Weave(Map.of(), List.of());
                        },
                        "-Apollen.debug=true")
                .silent();
    }

    private String place(int line, String call) {
        return place(READ, line, call);
    }

    private String place(MethodRef method, int line, String call) {
        String error = single(Diagnostic.Kind.ERROR, finding(Message.RETURN_IN_TRY, method, line, call));
        return error.substring(0, error.indexOf(": "));
    }

    private String single(Diagnostic.Kind kind, Weaving.Factory weaving) {
        List<String> messages = compile(weaving).messages(kind);
        assertEquals(1, messages.size(), messages.toString());
        return messages.get(0);
    }

    private Javac.Result compile(Weaving.Factory weaving, String... options) {
        return new Javac(output).processor(weaving).options(options).compileText("Blinky.java", SOURCE);
    }

    private static Weaving.Factory finding(
            Message message, MethodRef method, int line, String call, String... arguments) {
        Finding finding = new Finding(message, List.of(arguments), method, line, call);
        return (library, options) -> (owner, futures) -> new Weave(Map.of(), List.of(finding));
    }
}
