// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import dev.pollen.Future;
import dev.pollen.annotations.Placed;
import dev.pollen.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * A ring of log lines. Programs have one, which {@link Log} writes to; tests, and parts that must not crowd each other out,
 * make their own.
 *
 * <p>Any thread writes; one at a time {@linkplain #read reads}. See {@link Log} for formats, threading and allocation.
 */
public final class Logger {
    /** The least size of a buffer to {@link #read} into: the longest line as it is sent. */
    public static final int BUFFER_BYTES = 448;

    private final LogRing ring;
    private volatile Clock clock;
    private volatile int threshold;
    private volatile @Nullable FormatTable formats;

    private Logger(int bytes, Clock clock) {
        this.ring = new LogRing(bytes);
        this.clock = clock;
    }

    /**
     * Makes a logger that writes lines of every level.
     *
     * @param bytes the size of its ring, a power of two from 64 on. A line takes about 10 bytes and its arguments
     * @param clock where the times of lines come from
     * @return the logger
     * @throws IllegalArgumentException if the size is no such number
     */
    public static Logger of(int bytes, Clock clock) {
        return new Logger(bytes, clock);
    }

    /**
     * Sets the level. From any thread; other threads see it soon.
     *
     * @param least lines below it are not written, which costs a comparison and no more
     * @return this
     */
    public Logger level(Level least) {
        threshold = least.ordinal();
        return this;
    }

    /**
     * Sets where the times of lines come from: an executor's clock where that is no real one. From any thread; other
     * threads see it soon.
     *
     * @param from the clock
     * @return this
     */
    public Logger clock(Clock from) {
        clock = from;
        return this;
    }

    /**
     * Whether lines of a level are written: for what is costly to find out.
     *
     * @param level the level of the lines
     * @return whether it is the logger's level or above
     */
    public boolean isEnabled(Level level) {
        return enabled(level.ordinal()) && level != Level.OFF;
    }

    /**
     * How many lines found the ring full and were dropped.
     *
     * @return the number since the logger was made; the lines are missed in the stream, too, where they would have been
     */
    public long lost() {
        return ring.lost();
    }

    /**
     * How many lines were written.
     *
     * @return the number since the logger was made, without those that were lost
     */
    public long written() {
        return ring.written();
    }

    /**
     * Waits for lines and takes as many as fit. What is read is the stream that the decoder takes: each line, with a check
     * sum, ends with a zero byte and has no other.
     *
     * <p><b>Cancel safety.</b> A read that is cancelled has taken nothing. <b>Threading.</b> One read at a time.
     *
     * @param buffer where the bytes go, from its beginning; at least {@link #BUFFER_BYTES} long
     * @return the number of bytes
     * @throws IllegalArgumentException if the buffer is too short; at the poll, {@link IllegalStateException} if somebody
     *     else reads
     */
    @Placed(slot = LogRead.class, by = "read$in")
    public Future.OfInt read(byte[] buffer) {
        return read$in(buffer, new LogRead());
    }

    /**
     * {@link #read} in a slot.
     *
     * @param buffer where the bytes go
     * @param slot a slot that is not in use
     * @return the slot
     */
    public LogRead read$in(byte[] buffer, LogRead slot) {
        slot.place(this, buffer);
        return slot;
    }

    /**
     * Keeps the texts of formats that are used from now on, for a console in the program itself. The first line of each
     * format then takes longer.
     *
     * @return the texts; the same object each time
     */
    public FormatTable keepFormats() {
        FormatTable kept = formats;
        if (kept == null) {
            kept = new FormatTable();
            formats = kept;
        }
        return kept;
    }

    LogRing ring() {
        return ring;
    }

    Clock clock() {
        return clock;
    }

    @Nullable
    FormatTable formats() {
        return formats;
    }

    boolean enabled(int level) {
        return level >= threshold;
    }

    private void write(
            int level,
            String format,
            int count,
            @Nullable Object a,
            @Nullable Object b,
            @Nullable Object c,
            @Nullable Object d) {
        FormatTable kept = formats;
        if (kept != null && !kept.knows(format.hashCode())) {
            kept.learn(format);
        }
        Object first = LogBytes.value(a);
        Object second = LogBytes.value(b);
        Object third = LogBytes.value(c);
        Object fourth = LogBytes.value(d);
        int size = (count > 0 ? LogWriter.size(first) : 0)
                + (count > 1 ? LogWriter.size(second) : 0)
                + (count > 2 ? LogWriter.size(third) : 0)
                + (count > 3 ? LogWriter.size(fourth) : 0);
        long start = LogWriter.start(this, level, format.hashCode(), size);
        if (start < 0) {
            return;
        }
        long at = LogWriter.arguments(this, start);
        long stop = at + size;
        at = count > 0 ? LogWriter.put(this, at, stop, first) : at;
        at = count > 1 ? LogWriter.put(this, at, stop, second) : at;
        at = count > 2 ? LogWriter.put(this, at, stop, third) : at;
        if (count > 3) {
            LogWriter.put(this, at, stop, fourth);
        }
        LogWriter.end(this, start);
    }

    /**
     * Writes a line about each step.
     *
     * @param format a constant, with a {@code {}} for each argument
     */
    public void trace(String format) {
        if (enabled(0)) {
            write(0, format, 0, null, null, null, null);
        }
    }

    /**
     * Writes a line about each step.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     */
    public void trace(String format, @Nullable Object a) {
        if (enabled(0)) {
            write(0, format, 1, a, null, null, null);
        }
    }

    /**
     * Writes a line about each step.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     */
    public void trace(String format, @Nullable Object a, @Nullable Object b) {
        if (enabled(0)) {
            write(0, format, 2, a, b, null, null);
        }
    }

    /**
     * Writes a line about each step.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     */
    public void trace(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        if (enabled(0)) {
            write(0, format, 3, a, b, c, null);
        }
    }

    /**
     * Writes a line about each step.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     * @param d the fourth argument
     */
    public void trace(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
        if (enabled(0)) {
            write(0, format, 4, a, b, c, d);
        }
    }

    /**
     * Writes a line about what helps to find a fault.
     *
     * @param format a constant, with a {@code {}} for each argument
     */
    public void debug(String format) {
        if (enabled(1)) {
            write(1, format, 0, null, null, null, null);
        }
    }

    /**
     * Writes a line about what helps to find a fault.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     */
    public void debug(String format, @Nullable Object a) {
        if (enabled(1)) {
            write(1, format, 1, a, null, null, null);
        }
    }

    /**
     * Writes a line about what helps to find a fault.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     */
    public void debug(String format, @Nullable Object a, @Nullable Object b) {
        if (enabled(1)) {
            write(1, format, 2, a, b, null, null);
        }
    }

    /**
     * Writes a line about what helps to find a fault.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     */
    public void debug(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        if (enabled(1)) {
            write(1, format, 3, a, b, c, null);
        }
    }

    /**
     * Writes a line about what helps to find a fault.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     * @param d the fourth argument
     */
    public void debug(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
        if (enabled(1)) {
            write(1, format, 4, a, b, c, d);
        }
    }

    /**
     * Writes a line about what happens.
     *
     * @param format a constant, with a {@code {}} for each argument
     */
    public void info(String format) {
        if (enabled(2)) {
            write(2, format, 0, null, null, null, null);
        }
    }

    /**
     * Writes a line about what happens.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     */
    public void info(String format, @Nullable Object a) {
        if (enabled(2)) {
            write(2, format, 1, a, null, null, null);
        }
    }

    /**
     * Writes a line about what happens.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     */
    public void info(String format, @Nullable Object a, @Nullable Object b) {
        if (enabled(2)) {
            write(2, format, 2, a, b, null, null);
        }
    }

    /**
     * Writes a line about what happens.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     */
    public void info(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        if (enabled(2)) {
            write(2, format, 3, a, b, c, null);
        }
    }

    /**
     * Writes a line about what happens.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     * @param d the fourth argument
     */
    public void info(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
        if (enabled(2)) {
            write(2, format, 4, a, b, c, d);
        }
    }

    /**
     * Writes a line about what should not happen, and was dealt with.
     *
     * @param format a constant, with a {@code {}} for each argument
     */
    public void warn(String format) {
        if (enabled(3)) {
            write(3, format, 0, null, null, null, null);
        }
    }

    /**
     * Writes a line about what should not happen, and was dealt with.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     */
    public void warn(String format, @Nullable Object a) {
        if (enabled(3)) {
            write(3, format, 1, a, null, null, null);
        }
    }

    /**
     * Writes a line about what should not happen, and was dealt with.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     */
    public void warn(String format, @Nullable Object a, @Nullable Object b) {
        if (enabled(3)) {
            write(3, format, 2, a, b, null, null);
        }
    }

    /**
     * Writes a line about what should not happen, and was dealt with.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     */
    public void warn(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        if (enabled(3)) {
            write(3, format, 3, a, b, c, null);
        }
    }

    /**
     * Writes a line about what should not happen, and was dealt with.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     * @param d the fourth argument
     */
    public void warn(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
        if (enabled(3)) {
            write(3, format, 4, a, b, c, d);
        }
    }

    /**
     * Writes a line about what has failed.
     *
     * @param format a constant, with a {@code {}} for each argument
     */
    public void error(String format) {
        if (enabled(4)) {
            write(4, format, 0, null, null, null, null);
        }
    }

    /**
     * Writes a line about what has failed.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     */
    public void error(String format, @Nullable Object a) {
        if (enabled(4)) {
            write(4, format, 1, a, null, null, null);
        }
    }

    /**
     * Writes a line about what has failed.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     */
    public void error(String format, @Nullable Object a, @Nullable Object b) {
        if (enabled(4)) {
            write(4, format, 2, a, b, null, null);
        }
    }

    /**
     * Writes a line about what has failed.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     */
    public void error(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        if (enabled(4)) {
            write(4, format, 3, a, b, c, null);
        }
    }

    /**
     * Writes a line about what has failed.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     * @param d the fourth argument
     */
    public void error(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
        if (enabled(4)) {
            write(4, format, 4, a, b, c, d);
        }
    }
}
