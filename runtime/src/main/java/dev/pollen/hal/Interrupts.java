// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import org.jspecify.annotations.Nullable;

/**
 * The interrupts that a program uses, each bound to its handler by name, in one place where they can be read:
 *
 * <pre>{@code
 * Interrupts irqs = Interrupts.of(board.interrupts())
 *         .bind("USART1", board.handler("USART1"))
 *         .bind("EXTI0", board.handler("EXTI0"));
 * Uart uart = board.uart(p.take("USART1"), p.take("PB7"), p.take("PA9"), irqs, UartConfig.baud(115_200));
 * }</pre>
 *
 * <p>A driver is given the table and {@linkplain #require asks} for what it needs: an interrupt that is not bound is an
 * error where the driver is made, not one that hangs when the first byte comes.
 *
 * <p><b>Threading.</b> One task at a time, at start-up.
 *
 * <p><b>Allocation.</b> When something is bound.
 */
public final class Interrupts {
    private final InterruptController controller;
    private @Nullable Binding newest;

    private Interrupts(InterruptController controller) {
        this.controller = controller;
    }

    /**
     * An empty table.
     *
     * @param controller the machine's
     * @return a table in which nothing is bound
     */
    public static Interrupts of(InterruptController controller) {
        return new Interrupts(controller);
    }

    /**
     * Binds an interrupt. It is let through from the moment at which a driver asks for it.
     *
     * @param interrupt its name in the vector table
     * @param handler what runs in interrupt context
     * @return this
     * @throws IllegalArgumentException if the machine has no such interrupt
     * @throws IllegalStateException if it is bound already
     */
    public Interrupts bind(String interrupt, InterruptHandler handler) {
        if (!controller.has(interrupt)) {
            throw new IllegalArgumentException(
                    "there is no interrupt ".concat(interrupt).concat(" on this machine"));
        }
        Binding bound = find(interrupt);
        if (bound != null) {
            throw new IllegalStateException("interrupt "
                    .concat(interrupt)
                    .concat(" is bound already, to ")
                    .concat(bound.handler.toString())
                    .concat("; an interrupt has one handler, which may call others"));
        }
        newest = new Binding(interrupt, handler, newest);
        controller.setHandler(interrupt, handler);
        return this;
    }

    /**
     * Binds an interrupt that no driver asks for, and lets it through: for handlers of the program's own.
     *
     * @param interrupt its name in the vector table
     * @param priority 0 for the most urgent
     * @param handler what runs in interrupt context
     * @return this
     * @throws IllegalArgumentException if the machine has no such interrupt or priority
     * @throws IllegalStateException if it is bound already
     */
    public Interrupts bindEnabled(String interrupt, int priority, InterruptHandler handler) {
        bind(interrupt, handler);
        controller.setPriority(interrupt, priority);
        controller.enable(interrupt);
        return this;
    }

    /**
     * Lets an interrupt through that a driver needs.
     *
     * @param interrupt its name in the vector table
     * @param handler the handler that the driver works with
     * @param driver who asks, for the message
     * @throws IllegalStateException if it is not bound, or bound to another handler; the message says what to write
     */
    public void require(String interrupt, InterruptHandler handler, String driver) {
        Binding bound = find(interrupt);
        if (bound == null) {
            throw new IllegalStateException(driver.concat(" needs interrupt ")
                    .concat(interrupt)
                    .concat(", which is not bound: it would wait for ever. Write .bind(\"")
                    .concat(interrupt)
                    .concat("\", ")
                    .concat(handler.toString())
                    .concat(")"));
        }
        if (bound.handler != handler) {
            throw new IllegalStateException(driver.concat(" needs interrupt ")
                    .concat(interrupt)
                    .concat(" for ")
                    .concat(handler.toString())
                    .concat(", but it is bound to ")
                    .concat(bound.handler.toString()));
        }
        controller.enable(interrupt);
    }

    /**
     * Whether an interrupt is bound.
     *
     * @param interrupt its name in the vector table
     * @return whether it has a handler
     */
    public boolean isBound(String interrupt) {
        return find(interrupt) != null;
    }

    private @Nullable Binding find(String interrupt) {
        Binding binding = newest;
        while (binding != null && !binding.interrupt.equals(interrupt)) {
            binding = binding.older;
        }
        return binding;
    }

    private static final class Binding {
        private final String interrupt;
        private final InterruptHandler handler;
        private final @Nullable Binding older;

        Binding(String interrupt, InterruptHandler handler, @Nullable Binding older) {
            this.interrupt = interrupt;
            this.handler = handler;
            this.older = older;
        }
    }
}
