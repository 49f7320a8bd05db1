// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a line's body.
 *
 * <pre>
 *   line   level  format              time              argument argument ..
 *          1..5   4 bytes, low first  number, ns
 *
 *   loss   0      number of lines
 *
 *   number    7 bits a byte, low first, the top bit says that more follow
 *
 *   argument  kkkk m nnn [number ..]  k kind, nnn the low bits of a number, m: the others follow
 *     0 null      -                            6 char     its code
 *     1 boolean   0, 1                         7 float    -, then 4 bytes, low first
 *     2 byte      zigzag: 0, -1, 1, -2 ..      8 double   -, then 8 bytes, low first
 *     3 short     zigzag                       9 text     number of bytes, then UTF-8
 *     4 int       zigzag                      10 text     the same, of a text that was longer
 *     5 long      zigzag
 *
 *   Log.info("rx {} bytes from {}", 21, "A") after 300 ns:
 *
 *     03  xx xx xx xx  ac 02  4a 05  91 41
 *     |   |            |      |      '-- text of 1 byte, A
 *     |   |            |      '-- int, zigzag 42: low bits 010, more; then 5
 *     |   |            '-- 300
 *     |   '-- hash of the format
 *     '-- INFO
 * </pre>
 *
 * <p>Times are not differences: a line that is lost or damaged then spoils no other.
 */
final class LogBytes {
    static final int HEAD = 5;
    static final int MAX_TEXT = 100;

    /** A line of four texts, the longest that there can be. */
    static final int MAX_LINE = HEAD + 10 + 4 * (2 + MAX_TEXT);

    static final int NULL = 0;
    static final int BOOLEAN = 1;
    static final int BYTE = 2;
    static final int SHORT = 3;
    static final int INT = 4;
    static final int LONG = 5;
    static final int CHAR = 6;
    static final int FLOAT = 7;
    static final int DOUBLE = 8;
    static final int TEXT = 9;
    static final int CUT_TEXT = 10;

    private static final int LOSS = 0;
    private static final int SMALL = 8;
    private static final int MORE = 0x80;
    private static final int UNREADABLE = '?';

    private LogBytes() {}

    static int lossBytes(long count) {
        return 1 + numberBytes(count);
    }

    static void loss(LogRing ring, long at, long count) {
        ring.put(at, LOSS);
        number(ring, at + 1, at + 1 + numberBytes(count), count);
    }

    static int numberBytes(long number) {
        return (Long.SIZE + 6 - Long.numberOfLeadingZeros(number | 1)) / 7;
    }

    static long number(LogRing ring, long at, long stop, long number) {
        long rest = number;
        long to = at;
        while ((rest & -MORE) != 0) {
            to = one(ring, to, stop, (int) rest | MORE);
            rest >>>= 7;
        }
        return one(ring, to, stop, (int) rest);
    }

    static int taggedBytes(long number) {
        return Long.compareUnsigned(number, SMALL) < 0 ? 1 : 1 + numberBytes(number >>> 3);
    }

    static long tagged(LogRing ring, long at, long stop, int kind, long number) {
        int tag = kind << 4 | (int) number & (SMALL - 1);
        return Long.compareUnsigned(number, SMALL) < 0
                ? one(ring, at, stop, tag)
                : number(ring, one(ring, at, stop, tag | SMALL), stop, number >>> 3);
    }

    static long zigzag(long value) {
        return value << 1 ^ value >> (Long.SIZE - 1);
    }

    static long fixed(LogRing ring, long at, long stop, long bits, int count) {
        long to = at;
        for (int i = 0; i < count; i++) {
            to = one(ring, to, stop, (int) (bits >>> i * Byte.SIZE));
        }
        return to;
    }

    /** The bytes of a text, as far as they are kept; negative, by complement, if it is cut off. */
    static int textBytes(CharSequence text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            int wide = pair(text, i);
            int more = wide != 0 ? 4 : width(text.charAt(i));
            if (bytes + more > MAX_TEXT) {
                return ~bytes;
            }
            bytes += more;
            i += wide != 0 ? 1 : 0;
        }
        return bytes;
    }

    /** Writes as much of a text as has room until {@code stop}. */
    static long text(LogRing ring, long at, long stop, CharSequence text, int bytes) {
        long end = at + bytes;
        long limit = end < stop ? end : stop;
        long to = at;
        for (int i = 0; i < text.length() && to < limit; i++) {
            char c = text.charAt(i);
            int wide = pair(text, i);
            if (wide != 0) {
                to = one(ring, to, limit, 0xf0 | wide >>> 18);
                to = one(ring, to, limit, 0x80 | wide >>> 12 & 0x3f);
                to = one(ring, to, limit, 0x80 | wide >>> 6 & 0x3f);
                to = one(ring, to, limit, 0x80 | wide & 0x3f);
                i++;
            } else if (width(c) == 1) {
                to = one(ring, to, limit, isSurrogate(c) ? UNREADABLE : c);
            } else if (width(c) == 2) {
                to = one(ring, to, limit, 0xc0 | c >>> 6);
                to = one(ring, to, limit, 0x80 | c & 0x3f);
            } else {
                to = one(ring, to, limit, 0xe0 | c >>> 12);
                to = one(ring, to, limit, 0x80 | c >>> 6 & 0x3f);
                to = one(ring, to, limit, 0x80 | c & 0x3f);
            }
        }
        // A text that another thread has shortened meanwhile.
        while (to < limit) {
            to = one(ring, to, limit, UNREADABLE);
        }
        return to;
    }

    /** Nothing is ever written over the end of a body, whatever its text has become meanwhile. */
    static long one(LogRing ring, long at, long stop, int value) {
        if (at < stop) {
            ring.put(at, value);
        }
        return at + 1;
    }

    private static int width(char c) {
        if (c < 0x80 || isSurrogate(c)) {
            return 1;
        }
        return c < 0x800 ? 2 : 3;
    }

    private static boolean isSurrogate(char c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** The code point that starts here, if it is of two chars; else 0. */
    private static int pair(CharSequence text, int i) {
        char high = text.charAt(i);
        if (!Character.isHighSurrogate(high) || i + 1 >= text.length()) {
            return 0;
        }
        char low = text.charAt(i + 1);
        return Character.isLowSurrogate(low) ? Character.toCodePoint(high, low) : 0;
    }

    /** What a line can hold of an object: itself if it has a kind, else its text. */
    static @Nullable Object value(@Nullable Object value) {
        boolean kept = value == null
                || value instanceof CharSequence
                || value instanceof Number && isNumber(value)
                || value instanceof Boolean
                || value instanceof Character;
        return kept ? value : value.toString();
    }

    private static boolean isNumber(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Float
                || value instanceof Byte
                || value instanceof Short;
    }
}
