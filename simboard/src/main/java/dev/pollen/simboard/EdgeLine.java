// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import dev.pollen.hal.Edge;
import dev.pollen.sync.Notification;
import org.jspecify.annotations.Nullable;

/**
 * An edge detector, EXTI on an STM32: looks at one pin, for one kind of edge, once it is armed.
 *
 * <pre>
 *   disarmed --arm--> armed --edge--> fired --disarm--> disarmed
 * </pre>
 */
final class EdgeLine implements IrqSource, PinListener {
    private final Vector vector;
    private final Notification event = Notification.local();
    private @Nullable SimPin pin;
    private @Nullable Edge armed;
    private boolean fired;

    EdgeLine(int number, Vector vector) {
        this.vector = vector;
        event.named("edge " + number);
        vector.add(this);
    }

    Vector vector() {
        return vector;
    }

    @Nullable
    SimPin pin() {
        return pin;
    }

    /** Looks at a pin from now on, and at no other. */
    void select(SimPin selected) {
        if (selected != pin) {
            pin = selected;
            selected.listen(this);
        }
    }

    Notification event() {
        return event;
    }

    void arm(Edge edge) {
        if (armed != null) {
            throw new IllegalStateException(
                    "Input on " + pin + " is waited for already: one wait at a time, by one task");
        }
        fired = false;
        armed = edge;
    }

    void disarm() {
        armed = null;
        fired = false;
    }

    boolean hasFired() {
        return fired;
    }

    @Override
    public void changed(SimPin of, boolean high) {
        Edge edge = armed;
        if (edge != null && of == pin && !fired && edge.includes(high)) {
            fired = true;
            vector.raise();
        }
    }

    @Override
    public void interrupted() {
        if (fired) {
            event.notifyOne();
        }
    }
}
