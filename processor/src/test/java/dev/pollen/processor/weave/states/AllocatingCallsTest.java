// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.states;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.processor.weave.WovenSource;
import dev.pollen.processor.weave.classpath.FrameFactsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report says of ordinary methods that a body calls. */
class AllocatingCallsTest {
    private static final String HELPERS = """
            static Object made() { return new Object(); }
            static Object through() { return made(); }
            static String text(int n) { if (n > 3) { return "n = " + n; } return ""; }
            static int quiet(int n) { return n + 1; }
            static int fails(int n) { if (n < 0) { throw new IllegalStateException("bad " + n); } return n; }
            static int endless(int n) { return n == 0 ? n : endless(n - 1); }
            interface Port { void go(); }
            static abstract class Base { abstract void go(); void stay() { made(); } }
            static final class Derived extends Base { void go() { made(); } }
            """;

    @TempDir
    Path output;

    private List<String> task(String body, boolean library) {
        WovenSource woven = WovenSource.of(
                output,
                HELPERS
                        + "@AsyncTask static Task<Void> work(int n, Port port, Base base, Derived derived) throws Exception {"
                        + body + "}");
        AllocatingCalls calls = new AllocatingCalls(name -> bytes(woven, name), name -> library);
        return calls
                .of(FrameFactsReader.read(woven.classes().get("test/T_work")).orElseThrow())
                .stream()
                .map(text -> text.replaceAll("\\b\\d+: ", ""))
                .toList();
    }

    /** Classes without async code are not woven. */
    private byte[] bytes(WovenSource woven, String name) {
        byte[] bytes = woven.classes().get(name);
        Path file = output.resolve("classes").resolve(name + ".class");
        try {
            return bytes == null && Files.exists(file) ? Files.readAllBytes(file) : bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> task(String body) {
        return task(body + "await(nothing()); return Task.done();", false);
    }

    @Test
    void theNearestPlaceIsNamed() {
        assertEquals(
                List.of("calls T.through, which allocates at T.java:new Object"),
                task("through();").stream().toList());
        assertEquals(List.of("calls T.text, which allocates at T.java:string concatenation"), task("text(n);"));
        assertEquals(List.of(), task("quiet(n); endless(n);"));
    }

    @Test
    void whatLeadsToAThrowIsExempt() {
        assertEquals(List.of(), task("fails(n);"));
        assertEquals(List.of(), task("if (n < 0) { throw new IllegalStateException(text(n)); }"));
    }

    @Test
    void whatRunsBeforeAnEndlessLoopIsExempt() {
        assertEquals(List.of(), task("through(); for (;;) { await(nothing()); quiet(n); }", false));
        assertEquals(
                List.of("calls T.made, which allocates at T.java:new Object"),
                task("through(); for (;;) { await(nothing()); made(); }", false));
    }

    @Test
    void callsAreFollowedWhereTheMethodIsKnown() {
        assertEquals(List.of(), task("port.go(); base.go();"));
        assertEquals(
                List.of(
                        "calls T.Base.stay, which allocates at T.java:new Object",
                        "calls T.Derived.go, which allocates at T.java:new Object"),
                task("base.stay(); derived.go();"));
    }

    @Test
    void ofALibraryOnlyWhatItDoesAtOnceCounts() {
        assertEquals(
                List.of("calls T.through, which allocates at T.java:new Object"),
                task("through(); text(n); await(nothing()); return Task.done();", true));
    }

    @Test
    void asyncMethodsSpeakForThemselves() {
        assertEquals(List.of(), task("await(one(n)); await(text());"));
    }
}
