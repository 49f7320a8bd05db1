// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard;

import static dev.pollen.Pollen.await;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.NoAllocation;
import dev.pollen.hal.Edge;
import dev.pollen.hal.Input;

/** An input of a simulated board, see {@link Input}. Threading: on the executor's thread. */
@NoAllocation
public final class SimInput implements Input {
    private final SimPin pin;
    private final SimTime time;
    private final EdgeLine line;

    SimInput(SimPin pin, SimTime time, EdgeLine line) {
        this.pin = pin;
        this.time = time;
        this.line = line;
    }

    @Override
    public boolean isHigh() {
        time.look();
        return pin.isHigh();
    }

    @Override
    @Async
    public Future<Void> waitForHigh() {
        return level(Edge.RISING, true);
    }

    @Override
    @Async
    public Future<Void> waitForLow() {
        return level(Edge.FALLING, false);
    }

    @Override
    @Async
    public Future<Void> waitForRisingEdge() {
        return edge(Edge.RISING);
    }

    @Override
    @Async
    public Future<Void> waitForFallingEdge() {
        return edge(Edge.FALLING);
    }

    @Override
    @Async
    public Future<Void> waitForAnyEdge() {
        return edge(Edge.ANY);
    }

    /** Arms first and looks then: an edge in between has fired, and one before is seen. */
    @Async
    private Future<Void> level(Edge towards, boolean high) {
        line.arm(towards);
        try {
            if (isHigh() == high) {
                line.event().notifyOne();
            }
            do {
                await(line.event().notified());
            } while (!line.hasFired() && isHigh() != high);
        } finally {
            line.disarm();
        }
        return Future.done();
    }

    @Async
    private Future<Void> edge(Edge edge) {
        time.look();
        line.arm(edge);
        try {
            do {
                await(line.event().notified());
            } while (!line.hasFired());
        } finally {
            line.disarm();
        }
        return Future.done();
    }

    @Override
    public String toString() {
        return "Input on " + pin;
    }
}
