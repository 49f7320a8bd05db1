// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.testkit.EventLog;
import dev.pollen.testkit.TestExecutor;
import dev.pollen.testkit.junit.PollenExtension;
import dev.pollen.time.VirtualClock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Priorities that nest, masks, and handlers that may not poll. */
@ExtendWith(PollenExtension.class)
class InterruptControllerTest {
    private final VirtualClock clock = new VirtualClock();
    private final EventLog log = new EventLog(clock);
    private final SimInterrupts irqs = new SimInterrupts("a chip", new SimTime(clock), List.of("A", "B", "C"));

    /** Binds a handler that says when it begins and ends, and raises others in between. */
    private void bind(String name, int priority, String... raises) {
        irqs.setHandler(name, () -> {
            log.event(name + " begins");
            for (String other : raises) {
                irqs.pend(other);
            }
            log.event(name + " ends");
        });
        irqs.setPriority(name, priority);
        irqs.enable(name);
    }

    private void assertStory(String... words) {
        assertEquals(
                List.of(words),
                log.lines().stream()
                        .map(line -> line.substring("0 ms: ".length()))
                        .toList());
        log.clear();
    }

    @Test
    void aMoreUrgentOneInterruptsAndOthersWait() {
        bind("A", 5, "B", "C");
        bind("B", 5);
        bind("C", 1);
        irqs.pend("A");
        assertStory("A begins", "C begins", "C ends", "A ends", "B begins", "B ends");
        assertEquals(1, irqs.taken("B"));
    }

    @Test
    void aHandlerIsNotInterruptedByItselfAndRunsOnceMore() {
        irqs.setHandler("A", () -> {
            log.event("begins");
            if (irqs.taken("A") < 2) {
                irqs.pend("A");
                irqs.pend("A");
            }
            log.event("ends");
        });
        irqs.enable("A");
        irqs.pend("A");
        assertStory("begins", "ends", "begins", "ends");
    }

    @Test
    void whatIsMaskedOrDisabledStaysPending() {
        bind("A", 3);
        bind("B", 2);
        bind("C", 2);
        assertFalse(irqs.maskAll(true));
        irqs.pend("A");
        irqs.pend("C");
        irqs.pend("B");
        assertStory();
        assertTrue(irqs.isPending("A"));
        irqs.disable("B");
        irqs.unpend("A");
        assertTrue(irqs.maskAll(false));
        assertStory("C begins", "C ends");
        assertTrue(irqs.isPending("B"));
        irqs.enable("B");
        assertStory("B begins", "B ends");
    }

    @Test
    void amongEqualsTheFirstOfTheTableComesFirst() {
        bind("A", 2);
        bind("B", 2);
        bind("C", 2);
        irqs.maskAll(true);
        irqs.pend("C");
        irqs.pend("A");
        irqs.pend("B");
        irqs.maskAll(false);
        assertStory("A begins", "A ends", "B begins", "B ends", "C begins", "C ends");
    }

    @Test
    void aHandlerThatPollsIsReported(TestExecutor executor) {
        Rig rig = new Rig(executor);
        rig.irqs.bindEnabled("EXTI3", 0, () -> Context.of(() -> {}));
        executor.runUntilStalled();
        rig.board.fromOutside(() -> rig.board.interrupts().pend("EXTI3"));
        IllegalStateException thrown = assertThrows(IllegalStateException.class, executor::runUntilStalled);
        assertEquals(
                "a future was to be polled in an interrupt handler: a handler runs on top of a task, so it may wake and may"
                        + " not poll or wait. Wake a task, and let that do it",
                thrown.getMessage());
    }

    @Test
    void misuseIsNamed() {
        assertEquals(
                "there is no interrupt X on a chip",
                assertThrows(IllegalArgumentException.class, () -> irqs.pend("X"))
                        .getMessage());
        assertEquals(
                "interrupt A cannot be enabled: no handler is bound to it",
                assertThrows(IllegalStateException.class, () -> irqs.enable("A"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> irqs.setPriority("A", 16));
    }
}
