// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Waker;
import java.util.ArrayList;
import java.util.List;

/** What happened, in words and in order: everything observable says a word, and the assertion is the story. */
public final class Events {
    private final List<String> words = new ArrayList<>();

    /** Says a word. */
    public void say(String word) {
        words.add(word);
    }

    /** A waker that says "name woken". */
    public Waker waker(String name) {
        return () -> say(name + " woken");
    }

    /** Polls with the waker of the same name; says "name pending", "name ready" and the value, or "name threw". */
    public void poll(String name, Future<?> future) {
        poll(name, future, Context.of(waker(name)));
    }

    /** Polls with a context; says how it went. */
    public void poll(String name, Future<?> future, Context cx) {
        try {
            if (future.poll(cx) == Poll.PENDING) {
                say(name + " pending");
            } else {
                Object value = future.get();
                say(value == null || value == future ? name + " ready" : name + " ready " + value);
            }
        } catch (RuntimeException | Error thrown) {
            say(name + " threw " + text(thrown));
        }
    }

    /** The class of an exception and its message, if it has one. */
    public static String text(Throwable thrown) {
        String type = thrown.getClass().getSimpleName();
        return thrown.getMessage() == null ? type : type + ": " + thrown.getMessage();
    }

    /** Asserts what was said since the last time. */
    public void expect(String... expected) {
        List<String> said = List.copyOf(words);
        words.clear();
        assertEquals(String.join("\n", expected), String.join("\n", said));
    }

    /** Forgets what was said: for the part of a test that only prepares. */
    public void forget() {
        words.clear();
    }
}
