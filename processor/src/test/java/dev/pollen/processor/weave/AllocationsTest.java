// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.processor.model.Message;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a body that allocates, and where nothing is said. */
class AllocationsTest {
    private static final String FUNCTION =
            "@Async static Future<Object> work(int n, java.util.List<String> list, Object[] all) {%s}";
    private static final String TASK = "@AsyncTask static Task<Void> work(int n) {%s}";

    @TempDir
    Path output;

    private List<String> members(String members) {
        WovenSource woven = WovenSource.of(output, members);
        assertTrue(woven.findings().stream()
                .allMatch(finding ->
                        finding.message() == Message.ALLOCATES || finding.message() == Message.MAY_ALLOCATE));
        return woven.findings().stream()
                .map(finding -> finding.arguments().get(0))
                .toList();
    }

    private List<String> function(String body) {
        return members(String.format(FUNCTION, body));
    }

    private List<String> task(String body) {
        return members(String.format(TASK, body));
    }

    @Test
    void objectsAndArrays() {
        assertEquals(
                List.of(
                        "new StringBuilder",
                        "an array, new byte[],",
                        "an array, new String[],",
                        "an array, new int[][],"),
                function("""
                        Object a = new StringBuilder();
                        Object b = new byte[n];
                        Object c = new String[n];
                        Object d = new int[n][2];
                        return Future.ready(a);
                        """));
    }

    @Test
    void theCopyOfAnArray() {
        assertEquals(List.of("the copy of an array"), function("return Future.ready(all.clone());"));
    }

    @Test
    void theArrayOfVariableArguments() {
        assertEquals(List.of("an array, new Object[],"), function("return Future.ready(String.format(\"%s\", list));"));
    }

    @Test
    void boxes() {
        assertEquals(
                List.of("boxing of int as Integer", "boxing of double as Double", "boxing of char as Character"),
                function("Object a = n; Object b = n * 2.0; Object c = (char) n; return Future.ready(a);"));
    }

    @Test
    void boxesThatThePlatformKeeps() {
        assertEquals(
                List.of(),
                function(
                        "Object a = 7; Object b = n > 3; Object c = (byte) n; Object d = 'x'; return Future.ready(a);"));
    }

    @Test
    void theBoxOfAResult() {
        assertEquals(List.of("boxing of int as Integer"), function("return Future.of(n);"));
    }

    @Test
    void theBoxOfAnEmittedValue() {
        assertEquals(
                List.of("boxing of int as Integer"),
                members(
                        "@Async static AsyncStream<Integer> work(int n) { Pollen.emit(n); return AsyncStream.end(); }"));
    }

    @Test
    void strings() {
        assertEquals(List.of("string concatenation"), function("return Future.ready(\"n = \" + n);"));
        assertEquals(List.of(), function("return Future.ready(\"n = \" + 5);"));
    }

    @Test
    void lambdasThatCapture() {
        assertEquals(
                List.of("a lambda that captures variables"),
                function("list.forEach(s -> all[n] = s); list.forEach(s -> s.length()); return Future.ready(null);"));
    }

    @Test
    void iteratorsOfLoopsButNotOfArrays() {
        assertEquals(
                List.of("the iterator of a loop"),
                function(
                        "for (String s : list) s.length(); for (Object o : all) o.hashCode(); return Future.ready(null);"));
    }

    @Test
    void aReadyFutureThatIsNotReturned() {
        assertEquals(
                List.of("Future.ready"), function("Object a = await(Future.ready(list)); return Future.ready(a);"));
        assertEquals(List.of(), function("return n > 2 ? Future.ready(list) : Future.ready(all);"));
    }

    @Test
    void tasksOnTheHeap() {
        assertEquals(
                List.of("Task.of"),
                members("@Async static Future<Void> work(Future<Void> f, dev.pollen.executor.Spawner s) {"
                        + " s.spawn(Task.of(f)); return Future.done(); }"));
    }

    @Test
    void blocks() {
        assertEquals(
                List.of("new Object"),
                members("@Async static Future<Void> work() {"
                        + " await(Pollen.async(() -> { Object o = new Object(); await(nothing()); return Future.ready(o); }));"
                        + " return Future.done(); }"));
    }

    @Test
    void whatLeadsToAThrowIsExempt() {
        assertEquals(List.of(), function("""
                        if (n < 0) {
                          String text = "bad: " + n;
                          throw new IllegalArgumentException(text);
                        }
                        return Future.ready(null);
                        """));
        assertEquals(List.of("string concatenation"), function("""
                        String text = "bad: " + n;
                        if (n < 0) throw new IllegalArgumentException(text);
                        return Future.ready(null);
                        """));
    }

    @Test
    void whatLeadsToAThrowThatTheBodyCatchesIsNotExemptButTheExceptionIs() {
        assertEquals(List.of("new StringBuilder"), function("""
                        for (;;) {
                            try {
                                Object a = new StringBuilder();
                                await(one(n));
                                throw new IllegalStateException("a" + a.hashCode(), new IllegalStateException());
                            } catch (IllegalStateException e) {
                                n++;
                            }
                        }
                        """));
        assertEquals(List.of(), function("""
                        try {
                            Object a = new StringBuilder();
                            throw new IllegalStateException("a" + a.hashCode());
                        } catch (IllegalStateException e) {
                            throw new IllegalArgumentException("b" + n);
                        } finally {
                            await(one(n));
                        }
                        """));
    }

    @Test
    void theCleanUpOfAFinallyIsNotExempt() {
        assertEquals(
                List.of("new Object"),
                function("try { await(one(n)); } finally { all[0] = new Object(); } return Future.ready(null);"));
    }

    @Test
    void whatATaskDoesOnceBeforeItsEndlessLoopIsExempt() {
        assertEquals(List.of(), task("""
                        byte[] raw = new byte[n];
                        if (n > 5) raw = new byte[5];
                        for (int i = 0; i < n; i++) await(one(i));
                        for (;;) { raw[0]++; await(one(1)); }
                        """));
    }

    @Test
    void aLoopThatOnlyAThrowLeavesIsEndless() {
        assertEquals(
                List.of(),
                task("new Object(); for (;;) { if (await(one(n)) < 0) throw new IllegalStateException(\"n \" + n); }"));
        assertEquals(
                List.of("new Object"),
                task("new Object(); for (;;) { if (await(one(n)) < 0) break; } return Task.done();"));
    }

    @Test
    void aLoopBeforeTheEndlessOneIsNotExempt() {
        assertEquals(List.of("new Object"), task("for (int i = 0; i < n; i++) new Object(); for (;;) await(one(1));"));
    }

    @Test
    void anEndlessLoopItselfIsNotExempt() {
        assertEquals(
                List.of("an array, new byte[],"),
                task("for (;;) { byte[] raw = new byte[n]; await(one(raw.length)); }"));
        assertEquals(
                List.of("new Object"),
                task("for (;;) { try { await(one(n)); } catch (RuntimeException e) { new Object(); } }"));
    }

    @Test
    void aTaskThatEndsIsNotExempt() {
        assertEquals(List.of("new Object"), task("new Object(); await(one(1)); return Task.done();"));
        assertEquals(
                List.of("new Object"),
                task("new Object(); while (await(one(1)) > 0) await(one(2)); return Task.done();"));
    }

    @Test
    void aFutureOnTheHeapBeforeAnEndlessLoopIsExempt() {
        assertEquals(List.of(), task("Object held = one(1); System.out.println(held); for (;;) await(one(1));"));
        assertEquals(
                List.of("T.one"), task("for (;;) { Object held = one(1); System.out.println(held); await(one(1)); }"));
    }
}
