// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Pollen;
import dev.pollen.executor.Executor;
import dev.pollen.platform.InterruptContext;
import dev.pollen.sync.Notification;
import dev.pollen.testing.Events;
import org.junit.jupiter.api.Test;

/** Interrupts are bound by name; a handler may wake and may not poll. */
final class InterruptsTest {
    private final Events events = new Events();

    private final InterruptController controller = new InterruptController() {
        @Override
        public boolean has(String interrupt) {
            return interrupt.startsWith("USART");
        }

        @Override
        public void setHandler(String interrupt, InterruptHandler handler) {
            events.say(interrupt + " -> " + handler);
        }

        @Override
        public void enable(String interrupt) {
            events.say(interrupt + " enabled");
        }

        @Override
        public void disable(String interrupt) {
            throw new AssertionError();
        }

        @Override
        public boolean isEnabled(String interrupt) {
            throw new AssertionError();
        }

        @Override
        public void pend(String interrupt) {
            throw new AssertionError();
        }

        @Override
        public void unpend(String interrupt) {
            throw new AssertionError();
        }

        @Override
        public boolean isPending(String interrupt) {
            throw new AssertionError();
        }

        @Override
        public void setPriority(String interrupt, int priority) {
            events.say(interrupt + " priority " + priority);
        }

        @Override
        public int priority(String interrupt) {
            throw new AssertionError();
        }

        @Override
        public boolean maskAll(boolean masked) {
            throw new AssertionError();
        }
    };

    private static InterruptHandler handler(String name) {
        return new InterruptHandler() {
            @Override
            public void handle() {}

            @Override
            public String toString() {
                return name;
            }
        };
    }

    private static String refusal(Class<? extends Throwable> type, org.junit.jupiter.api.function.Executable code) {
        return assertThrows(type, code).getMessage();
    }

    @Test
    void whatADriverNeedsIsBound() {
        InterruptHandler one = handler("handler of USART1");
        Interrupts irqs = Interrupts.of(controller).bind("USART1", one);
        events.expect("USART1 -> handler of USART1");
        assertTrue(irqs.isBound("USART1"));
        assertFalse(irqs.isBound("USART2"));
        irqs.require("USART1", one, "Uart on USART1");
        events.expect("USART1 enabled");
        irqs.bindEnabled("USART6", 3, handler("own"));
        events.expect("USART6 -> own", "USART6 priority 3", "USART6 enabled");
    }

    @Test
    void whatIsNotBoundIsAnErrorThatNamesIt() {
        InterruptHandler one = handler("board.handler(\"USART1\")");
        Interrupts irqs = Interrupts.of(controller);
        assertEquals(
                "Uart on USART1 needs interrupt USART1, which is not bound: it would wait for ever. Write"
                        + " .bind(\"USART1\", board.handler(\"USART1\"))",
                refusal(IllegalStateException.class, () -> irqs.require("USART1", one, "Uart on USART1")));
        irqs.bind("USART1", handler("another"));
        assertEquals(
                "Uart on USART1 needs interrupt USART1 for board.handler(\"USART1\"), but it is bound to another",
                refusal(IllegalStateException.class, () -> irqs.require("USART1", one, "Uart on USART1")));
        assertEquals(
                "interrupt USART1 is bound already, to another; an interrupt has one handler, which may call others",
                refusal(IllegalStateException.class, () -> irqs.bind("USART1", one)));
        assertEquals(
                "there is no interrupt EXTI0 on this machine",
                refusal(IllegalArgumentException.class, () -> irqs.bind("EXTI0", one)));
    }

    @Test
    void aHandlerMayWakeAndMayNotPoll() {
        Notification arrived = Notification.of();
        try (Executor executor = new Executor()) {
            InterruptContext.enter();
            try {
                arrived.notifyOne();
                assertTrue(InterruptContext.isActive());
                String rest =
                        " in an interrupt handler: a handler runs on top of a task, so it may wake and may not poll"
                                + " or wait. Wake a task, and let that do it";
                assertEquals(
                        "a future was to be polled" + rest,
                        refusal(IllegalStateException.class, () -> Context.of(() -> {})));
                assertEquals("an executor was to run" + rest, refusal(IllegalStateException.class, executor::poll));
                assertEquals(
                        "an executor was to run" + rest,
                        refusal(IllegalStateException.class, () -> Pollen.blockOn(arrived.notified())));
            } finally {
                InterruptContext.exit();
            }
            assertFalse(InterruptContext.isActive());
            executor.blockOn(arrived.notified());
        }
    }
}
