// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import dev.pollen.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened, line by line, each with the time at which it happened: the story that a test compares.
 *
 * <pre>{@code
 * log.event("led on");
 * ..
 * log.assertLines("0 ms: led on", "500 ms: led off");
 * }</pre>
 *
 * <p>Threading: all methods may be called from any thread; the lines of several threads stand in the order of their calls.
 * Allocation: each event allocates, so a test that asserts on allocation logs nothing.
 */
public final class EventLog {
    private final Clock clock;
    private final List<Event> events = new ArrayList<>();

    private record Event(long time, String text) {
        String line() {
            return VirtualTime.text(time) + ": " + text;
        }
    }

    /**
     * An empty log.
     *
     * @param clock where the times come from
     */
    public EventLog(Clock clock) {
        this.clock = clock;
    }

    /**
     * Adds a line.
     *
     * @param text what happened
     */
    public void event(String text) {
        synchronized (events) {
            events.add(new Event(clock.now(), text));
        }
    }

    /**
     * The lines so far, with their times.
     *
     * @return a copy, for example {@code [0 ms: led on, 500 ms: led off]}
     */
    public List<String> lines() {
        synchronized (events) {
            return events.stream().map(Event::line).toList();
        }
    }

    /**
     * The lines so far, without their times.
     *
     * @return a copy, for example {@code [led on, led off]}
     */
    public List<String> texts() {
        synchronized (events) {
            return events.stream().map(Event::text).toList();
        }
    }

    /** Forgets the lines so far. */
    public void clear() {
        synchronized (events) {
            events.clear();
        }
    }

    /**
     * Compares the lines since the last call, or since {@link #clear}, and forgets them if they are the expected ones: a
     * test tells its story piece by piece.
     *
     * @param expected all of them, with their times
     * @throws AssertionError if they are others; a test framework that can show both shows both
     */
    public void assertLines(String... expected) {
        List<String> wanted = List.of(expected);
        synchronized (events) {
            List<String> actual = lines();
            if (!wanted.equals(actual)) {
                throw Mismatch.of(wanted, actual);
            }
            events.clear();
        }
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
