// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which fields a frame has: what is needed after an await is kept, in as few fields as possible. */
class FrameFieldsTest {
    @TempDir
    Path output;

    private List<String> fields(String source) {
        return WovenSource.of(output, source).fields("work");
    }

    @Test
    void nothingIsKeptThatIsNotNeeded() {
        assertEquals(
                List.of("child$0 Ltest/T_one;"),
                fields(
                        "@Async static Future<Void> work() { int a = await(one(1)); await(one(a)); return Future.done(); }"));
    }

    @Test
    void aParameterThatIsNotReadHasNoField() {
        assertEquals(List.of("b I", "child$0 Ltest/T_nothing;"), fields("""
                        @Async static Future.OfInt work(String a, int b) { await(nothing()); return Future.ready(b); }
                        """));
    }

    @Test
    void variablesThatNeverMeetShareAField() {
        assertEquals(List.of("n I", "child$0 Ltest/T_nothing;"), fields("""
                        @Async static Future.OfInt work(int n) {
                          await(nothing());
                          int a = n + 1;
                          await(nothing());
                          int b = a + 1;
                          await(nothing());
                          return Future.ready(b);
                        }
                        """));
    }

    @Test
    void referencesShareAFieldAndThePrimitivesOfEachKindDo() {
        List<String> fields = fields("""
                @Async static Future<Void> work(String s, int i, long l, double d) {
                  await(nothing());
                  int length = s.length();
                  Object o = l + d + i;
                  await(nothing());
                  System.out.println(o.toString() + length);
                  float f = length;
                  String t = "" + length;
                  await(nothing());
                  System.out.println(t + f);
                  return Future.done();
                }
                """);
        assertEquals(List.of("s Ljava/lang/Object;", "i I", "l J", "d D", "f$0 F", "child$0 Ltest/T_nothing;"), fields);
    }

    @Test
    void whatIsNullNeedsNoField() {
        assertEquals(List.of("child$0 Ltest/T_nothing;"), fields("""
                        @Async static Future<Void> work() {
                          String s = null;
                          await(nothing());
                          System.out.println(s);
                          return Future.done();
                        }
                        """));
    }

    @Test
    void theResultSharesTheFieldOfWhatIsOver() {
        assertEquals(
                List.of("n I", "child$0 Ltest/T_one;"),
                fields("@Async static Future.OfInt work(int n) { return Future.ready(n + await(one(n))); }"));
    }

    @Test
    void aResultThatWaitsForFinallySharesNone() {
        assertEquals(
                List.of("n I", "l$0 Ljava/lang/Throwable;", "result$0 I", "child$0 Ltest/T_nothing;"), fields("""
                        @Async static Future.OfInt work(int n) {
                          try {
                            return Future.ready(1);
                          } finally {
                            await(nothing());
                            System.out.println(n);
                          }
                        }
                        """));
    }

    @Test
    void withDebugAllThatIsVisibleIsKept() {
        String source = """
                @Async static Future<Void> work(int n) {
                  String s = "" + n;
                  await(nothing());
                  return Future.done();
                }
                """;
        assertEquals(List.of("child$0 Ltest/T_nothing;"), fields(source).subList(1, 2));
        assertEquals(
                List.of("n I", "l$0 Ljava/lang/String;", "child$0 Ltest/T_nothing;"),
                WovenSource.of(output, source, "-g", "-Apollen.debug=true").fields("work"));
    }
}
