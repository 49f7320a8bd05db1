// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How many frames of a method a chain of awaits may hold. */
final class AwaitChainTest {
    private static final String DOWN = "demo.Deep.down(int)";

    private static AwaitChain chain(int downs) {
        AwaitChain chain = new AwaitChain(null, "demo.Main.run()");
        for (int i = 0; i < downs; i++) {
            chain = new AwaitChain(new AwaitChain(chain, DOWN), "demo.Deep.other()");
        }
        return chain;
    }

    @Test
    void admitsAsManyAsItMay() {
        assertTrue(AwaitChain.admits(null, DOWN, 1));
        assertTrue(AwaitChain.admits(chain(0), DOWN, 1));
        assertTrue(AwaitChain.admits(chain(2), DOWN, 3));
        assertFalse(AwaitChain.admits(chain(3), DOWN, 3));
    }

    @Test
    void callsOfTheMethodAreNotItsFrames() {
        AwaitChain call = new ReceiverFrames<>(chain(1), DOWN, 16);
        assertTrue(AwaitChain.admits(call, DOWN, 2));
        assertTrue(new ReceiverFrames<>(chain(1), DOWN, 16).isOutermost());
    }

    @Test
    void theExceptionNamesTheChain() {
        assertEquals(
                DOWN + " awaits itself more than 1 deep: demo.Main.run() -> " + DOWN + " -> demo.Deep.other() -> "
                        + DOWN + "; raise maxDepth of its @Async, or write a loop",
                AwaitChain.tooDeep(chain(1), DOWN, 1).getMessage());
        assertEquals(
                DOWN + " awaits itself more than 1 deep: " + DOWN + "; raise maxDepth of its @Async, or write a loop",
                AwaitChain.tooDeep(null, DOWN, 1).getMessage());
    }

    @Test
    void aLongChainIsPrintedFromItsEnd() {
        String text = AwaitChain.tooDeep(chain(1000), DOWN, 1000).getMessage();
        assertTrue(text.contains("1000 deep: .. -> " + DOWN), text);
        assertTrue(text.length() < 2000, text);
    }
}
