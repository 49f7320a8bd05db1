// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.threads;

import dev.pollen.samples.models.hardware.Sensor;
import dev.pollen.samples.models.runtime.Os;
import dev.pollen.samples.models.runtime.OsSemaphore;
import dev.pollen.samples.models.runtime.OsThread;

/** Reads a sensor on a thread of its own: one thread cannot block on two sensors at once. */
final class SensorReader {
    private final BlockingSensor sensor;
    private final OsSemaphore asked;
    private final OsSemaphore answers;
    private final OsThread thread;
    private boolean reading;
    private boolean ending;
    private int value;

    SensorReader(Os os, String name, Sensor sensor, OsSemaphore answers) {
        this.sensor = new BlockingSensor(os, sensor);
        this.answers = answers;
        asked = new OsSemaphore(os);
        thread = os.start(name, this::run);
    }

    /** Has the sensor read once; each answer is a permit of the semaphore. */
    void ask() {
        reading = true;
        asked.give();
    }

    boolean isReading() {
        return reading;
    }

    boolean hasFailed() {
        return !reading && value == Sensor.FAULT;
    }

    int value() {
        return value;
    }

    /** Asks the thread to give up its read, if it reads; that is an answer, too. */
    void giveUp() {
        if (reading) {
            thread.interrupt();
        }
    }

    /** Ends the thread. */
    void end() {
        ending = true;
        thread.interrupt();
    }

    private void run() {
        while (!ending) {
            try {
                while (!reading) {
                    asked.take();
                }
                value = sensor.read();
            } catch (InterruptedException givenUp) {
                value = Sensor.FAULT;
            }
            reading = false;
            answers.give();
        }
    }
}
