// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.InterruptHandler;
import java.util.ArrayList;
import java.util.List;

/** The board's own handler of one interrupt: asks the parts of the hardware that share it. */
final class Vector implements InterruptHandler {
    private final String interrupt;
    private final SimInterrupts controller;
    private final List<IrqSource> sources = new ArrayList<>();

    Vector(String interrupt, SimInterrupts controller) {
        this.interrupt = interrupt;
        this.controller = controller;
    }

    String interrupt() {
        return interrupt;
    }

    void add(IrqSource source) {
        sources.add(source);
    }

    void raise() {
        controller.raise(interrupt);
    }

    @Override
    public void handle() {
        for (int i = 0; i < sources.size(); i++) {
            sources.get(i).interrupted();
        }
    }

    @Override
    public String toString() {
        return "board.handler(\"" + interrupt + "\")";
    }
}
