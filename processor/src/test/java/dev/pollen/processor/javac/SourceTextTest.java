// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SourceTextTest {
    @Test
    void aCallEndsAtItsOwnParenthesis() {
        assertEquals("await(a(b), c)", call("await(a(b), c); d()"));
        assertEquals("await(\")\\\"(\", ')')", call("await(\")\\\"(\", ')'); x()"));
        assertEquals("await(\"\"\" ) \" \"\"\")", call("await(\"\"\"\n   ) \" \"\"\"); y()"));
    }

    @Test
    void aCallStandsOnOneLineWithoutComments() {
        assertEquals("await(select(a, b).first())", call("await(\n  select(a, // one )\n    b)\n  .first()\n)"));
        assertEquals("await( a )", call("await( a /* ) */ )"));
    }

    @Test
    void aCallThatDoesNotEndIsReadToTheEnd() {
        assertEquals("await(\"x", call("await(\"x"));
        assertEquals("await('\\", call("await('\\"));
    }

    @Test
    void aMethodNameIsFollowedByItsParameters() {
        String text = "@read(1) Future<@x.read(2) read> /* read( */ read (int read) {}";
        assertEquals(text.indexOf("read (int"), new SourceText(text).methodName(text.indexOf("Future"), "read"));
        assertEquals(0, new SourceText(text).methodName(0, "write"));
    }

    @Test
    void theArgumentsOfACallStartAtItsParenthesis() {
        assertEquals("Pollen\n  .await".length(), new SourceText("Pollen\n  .await(x())").arguments(0));
    }

    @Test
    void linesEndInEachWayThatJavaKnows() {
        SourceText text = new SourceText("a\nb\r\nc\rd");
        assertEquals(1, text.line(1));
        assertEquals(2, text.line(2));
        assertEquals(3, text.line(5));
        assertEquals(4, text.line(7));
    }

    private static String call(String text) {
        return new SourceText(text).call(0);
    }
}
