// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import dev.pollen.Waker;
import dev.pollen.platform.CriticalSection;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of the lines that nobody has read yet. Any thread writes, one reader reads. A writer reserves the bytes of its
 * line, fills them and releases them; the section is held for the first and the last of these only, so an interrupt that
 * logs in the middle of a line finds room behind it.
 *
 * <pre>
 *        head                                 tail
 *   .....|LL|body of a line|LL|body|LL|body...|.....         positions count for ever; their low bits are the index
 *         ^                                                  and anything, the two bytes LL too, may lie over the end
 *         '-- length of the body, 14 bits; the top bit says that the body has been filled
 * </pre>
 *
 * <p>A line that finds no room is counted. The count goes ahead of the next line that does, or is what the reader gets when
 * it has read everything: so it stands in the stream where the lines are missing.
 */
final class LogRing {
    private static final int LENGTH_BYTES = 2;
    private static final int FILLED = 0x80;
    private static final int MIN_BYTES = 64;
    private static final int MAX_BYTES = 1 << 30;

    private final CriticalSection section = new CriticalSection();
    private final byte[] bytes;
    private final int mask;
    private long head;
    private long tail;
    private long written;
    private long lost;

    /** Lines lost that no record tells of yet. */
    private long unreported;

    private @Nullable Waker waiting;
    private @Nullable Object reader;

    LogRing(int size) {
        if (size < MIN_BYTES || size > MAX_BYTES || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(
                    "the ring of a logger has a power of two of bytes, from 64 to 1073741824,"
                            .concat(" and not ")
                            .concat(Integer.toString(size)));
        }
        bytes = new byte[size];
        mask = size - 1;
    }

    /**
     * Reserves the body of a line; counts the line as lost if it does not fit.
     *
     * @return where the body starts; negative if there is no room
     */
    long reserve(int size) {
        section.enter();
        long report = unreported;
        int reportBytes = report == 0 ? 0 : LENGTH_BYTES + LogBytes.lossBytes(report);
        long end = tail + reportBytes + LENGTH_BYTES + size;
        Waker waker = null;
        long start;
        if (end - head > bytes.length) {
            lost++;
            unreported++;
            start = -1;
            if (head == tail) {
                // Longer than the ring: nothing that is in it will wake the reader.
                waker = waiting;
                waiting = null;
            }
        } else {
            if (report != 0) {
                addReport();
            }
            length(tail, size, 0);
            start = tail + LENGTH_BYTES;
            tail = end;
            written++;
        }
        section.exit();
        if (waker != null) {
            waker.wake();
        }
        return start;
    }

    /** Releases a body that has been filled, and wakes the reader if it waits. */
    void release(long start) {
        section.enter();
        bytes[(int) (start - 1) & mask] |= (byte) FILLED;
        Waker waker = waiting;
        waiting = null;
        section.exit();
        if (waker != null) {
            waker.wake();
        }
    }

    /** Writes a byte of a body that is reserved. */
    void put(long at, int value) {
        bytes[(int) at & mask] = (byte) value;
    }

    /** A byte of a body that is reserved or not consumed yet. */
    int get(long at) {
        return bytes[(int) at & mask] & 0xff;
    }

    /**
     * Looks at the first line.
     *
     * @param waker who is woken when a line is released; null for nobody
     * @return the length of its body; negative if there is none, or if its writer has not released it
     */
    int next(@Nullable Waker waker) {
        section.enter();
        if (head == tail && unreported != 0) {
            addReport();
        }
        int length = -1;
        if (head != tail && (get(head + 1) & FILLED) != 0) {
            length = get(head) | (get(head + 1) & ~FILLED) << Byte.SIZE;
            waiting = null;
        } else {
            waiting = waker;
        }
        section.exit();
        return length;
    }

    /** Where the body of the first line starts; for the reader. */
    long first() {
        return head + LENGTH_BYTES;
    }

    /** Gives the room of the first line back. */
    void consume(int length) {
        section.enter();
        head += LENGTH_BYTES + length;
        section.exit();
    }

    /** Makes somebody the reader; false if somebody else is. */
    boolean attach(Object by) {
        section.enter();
        boolean free = reader == null || reader == by;
        if (free) {
            reader = by;
        }
        section.exit();
        return free;
    }

    /** The reader reads no more for now. */
    void detach(Object by) {
        section.enter();
        if (reader == by) {
            reader = null;
            waiting = null;
        }
        section.exit();
    }

    int size() {
        return bytes.length;
    }

    long written() {
        section.enter();
        long count = written;
        section.exit();
        return count;
    }

    long lost() {
        section.enter();
        long count = lost;
        section.exit();
        return count;
    }

    /** Inside of the section; there is room. */
    private void addReport() {
        int size = LogBytes.lossBytes(unreported);
        length(tail, size, FILLED);
        LogBytes.loss(this, tail + LENGTH_BYTES, unreported);
        tail += LENGTH_BYTES + size;
        unreported = 0;
    }

    private void length(long at, int size, int filled) {
        put(at, size);
        put(at + 1, size >>> Byte.SIZE | filled);
    }
}
