// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import org.jspecify.annotations.Nullable;

/**
 * Writes one line, step by step. Woven code calls it; user code calls {@link Log} and {@link Logger}.
 *
 * <pre>
 *   if (!LogWriter.isEnabled(logger, INFO)) return;
 *   int size = LogWriter.size(n) + LogWriter.size(address);
 *   long start = LogWriter.begin(logger, INFO, id, size);
 *   if (start &lt; 0) return;                                       // no room: the line is counted
 *   long at = LogWriter.arguments(logger, start), stop = at + size;
 *   at = LogWriter.put(logger, at, stop, n);
 *   at = LogWriter.put(logger, at, stop, address);
 *   LogWriter.end(logger, start);
 * </pre>
 *
 * <p>Every method allocates nothing and is safe between threads. From {@code begin} to {@code end} nothing throws.
 */
public final class LogWriter {
    private LogWriter() {}

    /**
     * Whether a line would be written.
     *
     * @param logger where to
     * @param level the ordinal of its level
     * @return whether the logger writes lines of this level
     */
    public static boolean isEnabled(Logger logger, int level) {
        return logger.enabled(level);
    }

    /**
     * Reserves a line and writes its head.
     *
     * @param logger where to
     * @param level the ordinal of its level
     * @param id the hash of its format
     * @param size the bytes of its arguments
     * @return the line; negative if there is no room
     */
    public static long begin(Logger logger, int level, int id, int size) {
        FormatTable formats = logger.formats();
        if (formats != null && !formats.knows(id)) {
            formats.learnFromCaller(id);
        }
        return start(logger, level, id, size);
    }

    static long start(Logger logger, int level, int id, int size) {
        LogRing ring = logger.ring();
        long now = logger.clock().now();
        int head = LogBytes.HEAD + LogBytes.numberBytes(now);
        long start = ring.reserve(head + size);
        if (start >= 0) {
            long stop = start + head;
            ring.put(start, level + 1);
            LogBytes.fixed(ring, start + 1, stop, id, Integer.BYTES);
            LogBytes.number(ring, start + LogBytes.HEAD, stop, now);
        }
        return start;
    }

    /**
     * Where a line's arguments start.
     *
     * @param logger where the line is
     * @param start the line
     * @return the place behind its head
     */
    public static long arguments(Logger logger, long start) {
        long at = start + LogBytes.HEAD;
        while ((logger.ring().get(at) & 0x80) != 0) {
            at++;
        }
        return at + 1;
    }

    /**
     * Hands the line to whoever reads the ring.
     *
     * @param logger where the line is
     * @param start the line
     */
    public static void end(Logger logger, long start) {
        logger.ring().release(start);
    }

    /**
     * What a line can hold of an object: itself if it is null, a text, a number or the like, else what its {@code
     * toString} gives.
     *
     * @param value an argument
     * @return what to give to {@code size} and {@code put}
     */
    public static @Nullable Object value(@Nullable Object value) {
        return LogBytes.value(value);
    }

    /**
     * The bytes of an argument.
     *
     * @param value the argument
     * @return how many it takes
     */
    public static int size(boolean value) {
        return LogBytes.taggedBytes(value ? 1 : 0);
    }

    /**
     * Writes an argument.
     *
     * @param logger where the line is
     * @param at where the argument starts
     * @param stop where the line ends
     * @param value the argument
     * @return where the next one starts
     */
    public static long put(Logger logger, long at, long stop, boolean value) {
        return LogBytes.tagged(logger.ring(), at, stop, LogBytes.BOOLEAN, value ? 1 : 0);
    }

    /**
     * The bytes of an argument.
     *
     * @param value the argument
     * @return how many it takes
     */
    public static int size(byte value) {
        return LogBytes.taggedBytes(LogBytes.zigzag(value));
    }

    /**
     * Writes an argument.
     *
     * @param logger where the line is
     * @param at where the argument starts
     * @param stop where the line ends
     * @param value the argument
     * @return where the next one starts
     */
    public static long put(Logger logger, long at, long stop, byte value) {
        return LogBytes.tagged(logger.ring(), at, stop, LogBytes.BYTE, LogBytes.zigzag(value));
    }

    /**
     * The bytes of an argument.
     *
     * @param value the argument
     * @return how many it takes
     */
    public static int size(short value) {
        return LogBytes.taggedBytes(LogBytes.zigzag(value));
    }

    /**
     * Writes an argument.
     *
     * @param logger where the line is
     * @param at where the argument starts
     * @param stop where the line ends
     * @param value the argument
     * @return where the next one starts
     */
    public static long put(Logger logger, long at, long stop, short value) {
        return LogBytes.tagged(logger.ring(), at, stop, LogBytes.SHORT, LogBytes.zigzag(value));
    }

    /**
     * The bytes of an argument.
     *
     * @param value the argument
     * @return how many it takes
     */
    public static int size(int value) {
        return LogBytes.taggedBytes(LogBytes.zigzag(value));
    }

    /**
     * Writes an argument.
     *
     * @param logger where the line is
     * @param at where the argument starts
     * @param stop where the line ends
     * @param value the argument
     * @return where the next one starts
     */
    public static long put(Logger logger, long at, long stop, int value) {
        return LogBytes.tagged(logger.ring(), at, stop, LogBytes.INT, LogBytes.zigzag(value));
    }

    /**
     * The bytes of an argument.
     *
     * @param value the argument
     * @return how many it takes
     */
    public static int size(long value) {
        return LogBytes.taggedBytes(LogBytes.zigzag(value));
    }

    /**
     * Writes an argument.
     *
     * @param logger where the line is
     * @param at where the argument starts
     * @param stop where the line ends
     * @param value the argument
     * @return where the next one starts
     */
    public static long put(Logger logger, long at, long stop, long value) {
        return LogBytes.tagged(logger.ring(), at, stop, LogBytes.LONG, LogBytes.zigzag(value));
    }

    /**
     * The bytes of an argument.
     *
     * @param value the argument
     * @return how many it takes
     */
    public static int size(char value) {
        return LogBytes.taggedBytes(value);
    }

    /**
     * Writes an argument.
     *
     * @param logger where the line is
     * @param at where the argument starts
     * @param stop where the line ends
     * @param value the argument
     * @return where the next one starts
     */
    public static long put(Logger logger, long at, long stop, char value) {
        return LogBytes.tagged(logger.ring(), at, stop, LogBytes.CHAR, value);
    }

    /**
     * The bytes of an argument.
     *
     * @param value the argument
     * @return how many it takes
     */
    public static int size(float value) {
        return 1 + Integer.BYTES;
    }

    /**
     * Writes an argument.
     *
     * @param logger where the line is
     * @param at where the argument starts
     * @param stop where the line ends
     * @param value the argument
     * @return where the next one starts
     */
    public static long put(Logger logger, long at, long stop, float value) {
        LogRing ring = logger.ring();
        long bits = LogBytes.tagged(ring, at, stop, LogBytes.FLOAT, 0);
        return LogBytes.fixed(ring, bits, stop, Float.floatToRawIntBits(value), Integer.BYTES);
    }

    /**
     * The bytes of an argument.
     *
     * @param value the argument
     * @return how many it takes
     */
    public static int size(double value) {
        return 1 + Long.BYTES;
    }

    /**
     * Writes an argument.
     *
     * @param logger where the line is
     * @param at where the argument starts
     * @param stop where the line ends
     * @param value the argument
     * @return where the next one starts
     */
    public static long put(Logger logger, long at, long stop, double value) {
        LogRing ring = logger.ring();
        long bits = LogBytes.tagged(ring, at, stop, LogBytes.DOUBLE, 0);
        return LogBytes.fixed(ring, bits, stop, Double.doubleToRawLongBits(value), Long.BYTES);
    }

    /**
     * The bytes of an argument.
     *
     * @param value the argument, as {@link #value} gave it
     * @return how many it takes
     */
    public static int size(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            int bytes = LogBytes.textBytes(text);
            int kept = bytes < 0 ? ~bytes : bytes;
            return LogBytes.taggedBytes(kept) + kept;
        }
        if (value instanceof Integer boxed) {
            return size(boxed.intValue());
        }
        if (value instanceof Long boxed) {
            return size(boxed.longValue());
        }
        if (value instanceof Boolean boxed) {
            return size(boxed.booleanValue());
        }
        if (value instanceof Double boxed) {
            return size(boxed.doubleValue());
        }
        if (value instanceof Float boxed) {
            return size(boxed.floatValue());
        }
        if (value instanceof Character boxed) {
            return size(boxed.charValue());
        }
        if (value instanceof Byte boxed) {
            return size(boxed.byteValue());
        }
        if (value instanceof Short boxed) {
            return size(boxed.shortValue());
        }
        return 1;
    }

    /**
     * Writes an argument.
     *
     * @param logger where the line is
     * @param at where the argument starts
     * @param stop where the line ends
     * @param value the argument, as {@link #value} gave it
     * @return where the next one starts
     */
    public static long put(Logger logger, long at, long stop, @Nullable Object value) {
        if (value instanceof CharSequence text) {
            return putText(logger.ring(), at, stop, text);
        }
        if (value instanceof Integer boxed) {
            return put(logger, at, stop, boxed.intValue());
        }
        if (value instanceof Long boxed) {
            return put(logger, at, stop, boxed.longValue());
        }
        if (value instanceof Boolean boxed) {
            return put(logger, at, stop, boxed.booleanValue());
        }
        if (value instanceof Double boxed) {
            return put(logger, at, stop, boxed.doubleValue());
        }
        if (value instanceof Float boxed) {
            return put(logger, at, stop, boxed.floatValue());
        }
        if (value instanceof Character boxed) {
            return put(logger, at, stop, boxed.charValue());
        }
        if (value instanceof Byte boxed) {
            return put(logger, at, stop, boxed.byteValue());
        }
        if (value instanceof Short boxed) {
            return put(logger, at, stop, boxed.shortValue());
        }
        return LogBytes.tagged(logger.ring(), at, stop, LogBytes.NULL, 0);
    }

    /** A text that changes meanwhile may throw; its line must be released all the same. */
    private static long putText(LogRing ring, long at, long stop, CharSequence text) {
        try {
            int bytes = LogBytes.textBytes(text);
            int kept = bytes < 0 ? ~bytes : bytes;
            long content = LogBytes.tagged(ring, at, stop, bytes < 0 ? LogBytes.CUT_TEXT : LogBytes.TEXT, kept);
            return LogBytes.text(ring, content, stop, text, kept);
        } catch (RuntimeException changed) {
            return stop;
        }
    }
}
