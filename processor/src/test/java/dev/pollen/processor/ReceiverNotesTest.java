// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.processor.javac.Weaving;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler says of calls that can be overridden: nothing where all receivers are known. */
class ReceiverNotesTest {
    private static final String SOURCE = """
            package demo;
            import static dev.pollen.Pollen.await;
            import dev.pollen.*;
            import dev.pollen.annotations.*;
            final class Calls {
              interface Open { @Async Future.OfInt read(); }
              sealed interface Sealed { @Async Future.OfInt read(); }
              record One() implements Sealed { @Async public Future.OfInt read() { return Future.ready(1); } }
              record Two() implements Sealed, Open { @Async public Future.OfInt read() { return Future.ready(2); } }
              static non-sealed class Wide implements Unsealed { @Async public Future.OfInt read() { return Future.ready(3); } }
              sealed interface Unsealed permits Wide { @Async Future.OfInt read(); }
              interface Named { @Async(implementations = Fast.class) Future.OfInt read(); }
              static class Fast implements Named { @Async public Future.OfInt read() { return Future.ready(4); } }
              @Async static Future.OfInt call(%s receiver) {
                return Future.ready(await(receiver.read()));
              }
            }
            """;

    @TempDir
    Path output;

    private List<String> notes(String receiver, String... options) {
        return new Javac(output)
                .options(options)
                .processor(Weaving.Factory.POLLEN)
                .compileText("demo/Calls.java", String.format(SOURCE, receiver))
                .messages(Diagnostic.Kind.NOTE);
    }

    @Test
    void anOpenTypeIsSaidOnceWithTheWayOut() {
        String note = "Calls.java:15:39: POLLEN-024: %s.read: the classes of its receivers are not known, so a frame is"
                + " made for each when it is first seen, and those of 8 are kept; seal the type, or name the classes"
                + " with @Async(implementations = ..)";
        assertEquals(List.of(String.format(note, "Open")), notes("Open"));
        assertEquals(List.of(String.format(note, "Unsealed")), notes("Unsealed"));
        assertEquals(List.of(String.format(note, "Fast")), notes("Fast"));
    }

    @Test
    void knownReceiversAreNotWorthANote() {
        assertEquals(List.of(), notes("Sealed"));
        assertEquals(List.of(), notes("Two"));
        assertEquals(List.of(), notes("Named"));
    }

    /** A driver's interface is there to be implemented by boards: who awaits it has no type to seal. The report shows it. */
    @Test
    void driversAreNotWorthANote() {
        assertEquals(
                List.of(),
                new Javac(output)
                        .processor(Weaving.Factory.POLLEN)
                        .compileText("demo/Drivers.java", """
                                package demo;
                                import static dev.pollen.Pollen.await;
                                import dev.pollen.*;
                                import dev.pollen.annotations.*;
                                import dev.pollen.hal.*;
                                final class Drivers {
                                  @Async static Future.OfInt work(Uart uart, Input button, byte[] raw) throws UartException {
                                    await(button.waitForRisingEdge());
                                    return Future.ready(await(uart.readUntilIdle(raw)));
                                  }
                                }
                                """)
                        .messages(Diagnostic.Kind.NOTE));
    }

    @Test
    void whoWantsToHearNothingOfAllocationHearsNothing() {
        assertEquals(List.of(), notes("Open", "-Apollen.alloc=off"));
        assertEquals(1, notes("Open", "-Apollen.alloc=error").size());
    }

    @Test
    void moreClassesThanASlotKeepsAreNamed() {
        StringBuilder nine = new StringBuilder("""
                package demo;
                import static dev.pollen.Pollen.await;
                import dev.pollen.*;
                import dev.pollen.annotations.*;
                sealed interface Nine {
                  @Async Future.OfInt read();
                """);
        for (int i = 1; i <= 9; i++) {
            nine.append("record N" + i + "() implements Nine {"
                    + " @Async public Future.OfInt read() { return Future.ready(" + i + "); } }\n");
        }
        nine.append("@Async static Future.OfInt call(Nine n) { return Future.ready(await(n.read())); }\n}\n");
        assertEquals(
                List.of(
                        "Nine.java:16:70: POLLEN-015: Nine.read: the future is made on the heap, because the call can reach 9"
                                + " methods, and a slot keeps the frames of 8"),
                new Javac(output)
                        .processor(Weaving.Factory.POLLEN)
                        .compileText("demo/Nine.java", nine.toString())
                        .messages(Diagnostic.Kind.NOTE));
    }
}
