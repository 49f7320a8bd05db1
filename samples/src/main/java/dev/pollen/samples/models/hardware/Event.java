// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.hardware;

/** Something that happens at a time of the simulation. It is its own node in the queue, so planning one allocates nothing. */
abstract class Event {
    /** When, in nanoseconds; meaningless while it is not planned. */
    long at;

    /** The event after it; null for the last one, and for one that is not planned. */
    Event next;

    boolean planned;

    /** Called at that time; the event is not planned any more. */
    abstract void happen();
}
