// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import dev.pollen.platform.CallerFormats;
import dev.pollen.platform.CriticalSection;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the formats that a program uses, by their numbers, for a console in the program itself. A call that the
 * weaver has not seen brings its text; of a woven one the class keeps the texts, and is asked when its first line is
 * written.
 *
 * <p>Safe between threads. Looking up allocates nothing and waits for nobody; a new text makes a new table.
 */
public final class FormatTable {
    private final CriticalSection section = new CriticalSection();
    private volatile Entries entries = new Entries(16);

    FormatTable() {}

    /** Open addressing; never changed after it was published. */
    private static final class Entries {
        private final int[] ids;
        private final @Nullable String[] texts;
        private final boolean[] used;
        private int size;

        Entries(int capacity) {
            ids = new int[capacity];
            texts = new String[capacity];
            used = new boolean[capacity];
        }

        /** The place of a number, or where it would be. */
        int find(int id) {
            int mask = ids.length - 1;
            int at = (id ^ id >>> 16) & mask;
            while (used[at] && ids[at] != id) {
                at = at + 1 & mask;
            }
            return at;
        }

        private void put(int id, @Nullable String text) {
            int at = find(id);
            size += used[at] ? 0 : 1;
            used[at] = true;
            ids[at] = id;
            texts[at] = texts[at] == null ? text : texts[at];
        }

        Entries with(int extra) {
            int capacity = ids.length;
            while (capacity < 2 * (size + extra)) {
                capacity *= 2;
            }
            Entries copy = new Entries(capacity);
            for (int i = 0; i < ids.length; i++) {
                if (used[i]) {
                    copy.put(ids[i], texts[i]);
                }
            }
            return copy;
        }
    }

    /**
     * The text of a format.
     *
     * @param id its number
     * @return the text; null if it is not known
     */
    public @Nullable String text(int id) {
        Entries now = entries;
        return now.texts[now.find(id)];
    }

    /** Whether nothing is to be learnt about a number. */
    boolean knows(int id) {
        Entries now = entries;
        return now.used[now.find(id)];
    }

    void learn(String text) {
        boolean done = false;
        while (!done) {
            Entries before = entries;
            Entries next = before.with(1);
            next.put(text.hashCode(), text);
            done = publish(before, next);
        }
    }

    /** Takes what the woven class that logs now has; its number is asked for no more, found or not. */
    void learnFromCaller(int id) {
        String[] texts = CallerFormats.texts();
        boolean done = false;
        while (!done) {
            Entries before = entries;
            Entries next = before.with(texts.length + 1);
            for (String text : texts) {
                next.put(text.hashCode(), text);
            }
            next.put(id, null);
            done = publish(before, next);
        }
    }

    private boolean publish(Entries before, Entries next) {
        section.enter();
        boolean unchanged = entries == before;
        if (unchanged) {
            entries = next;
        }
        section.exit();
        return unchanged;
    }
}
