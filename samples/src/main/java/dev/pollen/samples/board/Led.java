// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.hal.Output;

/** An LED that is off at first; each change is a line in the log. */
public final class Led implements Output {
    private final EventLog log;
    private boolean on;

    Led(EventLog log) {
        this.log = log;
    }

    @Override
    public void toggle() {
        on = !on;
        log.event(on ? "led on" : "led off");
    }
}
