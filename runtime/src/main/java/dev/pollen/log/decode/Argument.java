// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log.decode;

/**
 * An argument of a line.
 *
 * @param kind its kind
 * @param bits its value, with its sign; of a float or double the raw bits
 * @param content the text; empty for other kinds
 */
public record Argument(Kind kind, long bits, String content) {
    /** The kinds, in the order of their numbers in the stream. */
    public enum Kind {
        /** Nothing. */
        NULL(0),
        /** 0 or 1. */
        BOOLEAN(0),
        /** An integer. */
        BYTE(8),
        /** An integer. */
        SHORT(16),
        /** An integer. */
        INT(32),
        /** An integer. */
        LONG(64),
        /** A UTF-16 code unit; to hints for bits an integer. */
        CHAR(16),
        /** A number. */
        FLOAT(0),
        /** A number. */
        DOUBLE(0),
        /** A text. */
        TEXT(0),
        /** The beginning of a text. */
        CUT_TEXT(0);

        private final int bits;

        Kind(int bits) {
            this.bits = bits;
        }

        /** The width of an integer; 0 for what is none. */
        int bits() {
            return bits;
        }

        /** Whether it can be shown as bits. */
        boolean isInteger() {
            return bits != 0;
        }

        /** Whether it is signed and sent in zigzag. */
        boolean isSigned() {
            return isInteger() && this != CHAR;
        }

        boolean isText() {
            return this == TEXT || this == CUT_TEXT;
        }
    }

    /** The value of a float or double. */
    double number() {
        return kind == Kind.FLOAT ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
    }

    /** The argument as {@code String.valueOf} shows it. */
    String text() {
        return switch (kind) {
            case NULL -> "null";
            case BOOLEAN -> String.valueOf(bits != 0);
            case BYTE, SHORT, INT, LONG -> String.valueOf(bits);
            case CHAR -> String.valueOf((char) bits);
            case FLOAT -> String.valueOf((float) number());
            case DOUBLE -> String.valueOf(number());
            case TEXT -> content;
            case CUT_TEXT -> content + "..";
        };
    }
}
