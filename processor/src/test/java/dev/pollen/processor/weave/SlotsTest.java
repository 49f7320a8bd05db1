// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.processor.model.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many futures a frame holds: those that are never in use together share a slot. */
class SlotsTest {
    @TempDir
    Path output;

    private WovenSource woven;

    private List<String> slots(String body) {
        woven = WovenSource.of(output, "@Async static Future.OfInt work(int n, Future.OfInt given) {" + body + "}");
        Stream<String> fields = woven.fields("work").stream().filter(field -> field.startsWith("child$"));
        return fields.map(field -> field.substring(field.lastIndexOf('/') + 1).replace(";", ""))
                .toList();
    }

    private List<String> notes() {
        return woven.findings().stream()
                .filter(finding -> finding.message() == Message.MAY_ALLOCATE)
                .map(finding ->
                        finding.arguments().get(0) + " " + finding.arguments().get(1))
                .toList();
    }

    @Test
    void awaitsOneAfterTheOtherShareASlot() {
        assertEquals(List.of("T_one"), slots("await(one(1)); await(one(2)); return one(3);"));
        assertEquals(List.of(), notes());
    }

    @Test
    void anAwaitAmongTheArgumentsOfAnotherSharesItsSlot() {
        assertEquals(List.of("T_one"), slots("return Future.ready(await(one(await(one(await(one(1)))))));"));
    }

    @Test
    void thePartsOfACombinatorHaveOneEach() {
        assertEquals(
                List.of("T_one", "T_one", "Select2"),
                slots("return Future.ready(await(select(one(1), one(2))).index());"));
    }

    @Test
    void aValueThatIsStillReadKeepsItsSlots() {
        assertEquals(
                List.of("T_one", "T_one", "Join2", "T_one"),
                slots(
                        "var r = await(join(one(1), one(2))); await(one(3)); return Future.ready(r.first().getAsInt());"));
    }

    @Test
    void aValueThatIsReadNoMoreGivesItsSlotsBack() {
        assertEquals(List.of("T_one", "T_one", "Join2"), slots("""
                        var r = await(join(one(1), one(2)));
                        int x = r.first().getAsInt();
                        await(one(3));
                        var q = await(join(one(x), one(5)));
                        return Future.ready(q.first().getAsInt());
                        """));
    }

    @Test
    void aFutureInAVariableHasASlotOfItsOwn() {
        assertEquals(
                List.of("T_one", "T_one"),
                slots("var f = one(1); await(one(2)); await(one(3)); return Future.ready(await(f));"));
        assertEquals(List.of(), notes());
    }

    @Test
    void twoThatTheSameCallMadeAreOnTheHeap() {
        assertEquals(List.of(), slots("""
                        Future.OfInt last = given;
                        for (int i = 0; i < n; i++) {
                          var next = one(i);
                          await(last);
                          last = next;
                        }
                        return last;
                        """));
        assertEquals(List.of("T.one it may still be in use when the expression runs again"), notes());
    }

    @Test
    void whatOthersMayHoldIsOnTheHeap() {
        slots("Object o = one(1); System.out.println(o); return Future.ready(1);");
        assertTrue(notes().contains("T.one it is passed to a method"), notes()::toString);
    }

    @Test
    void whatAMethodWithoutMarkGivesAVariableIsSaidToBeOnTheHeap() {
        woven = WovenSource.of(output, """
                static Future.OfInt plain(int x) { return one(x); }
                @Async static Future.OfInt work(int n) {
                  var f = plain(n);
                  Object o = f;
                  await(nothing());
                  return Future.ready(await(f));
                }
                """);
        assertEquals(
                List.of("T.plain the method that is called has no mark: it is neither @Async nor @Placed"), notes());
    }
}
