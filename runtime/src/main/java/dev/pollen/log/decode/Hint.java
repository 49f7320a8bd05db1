// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log.decode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an argument is shown.
 *
 * @param form how its value becomes text
 * @param digits the width, or the places after the point; 0 if it has none
 * @param zeros whether it is filled up with zeros, and not with blanks
 */
public record Hint(Form form, int digits, boolean zeros) {
    private static final Pattern BITS_OR_WIDTH = Pattern.compile("(0?)([1-9][0-9]?)?([xXb]?)");
    private static final Pattern PLACES = Pattern.compile("\\.([0-9])");

    /** The forms. */
    public enum Form {
        /** {@code {}}: anything as it is. */
        PLAIN,
        /** {@code {:5}}: an integer. */
        DECIMAL,
        /** {@code {:x}}: the bits of an integer. */
        HEX,
        /** {@code {:X}}: the same in capitals. */
        CAPITAL_HEX,
        /** {@code {:b}}: the bits of an integer. */
        BINARY,
        /** {@code {:.2}}: a float or double. */
        ROUNDED,
        /** {@code {:ns}}: a time. */
        NANOS,
        /** {@code {:us}}: a time. */
        MICROS,
        /** {@code {:ms}}: a time. */
        MILLIS,
        /** {@code {:?}}: a text. */
        QUOTED
    }

    /**
     * Reads what stands between braces.
     *
     * @param text nothing, or a colon and the hint
     * @return the hint
     * @throws IllegalArgumentException if it is none; the message ends a sentence that starts with the format
     */
    static Hint parse(String text) {
        if (text.isEmpty()) {
            return new Hint(Form.PLAIN, 0, false);
        }
        String hint = text.startsWith(":") ? text.substring(1) : "";
        Form named = switch (hint) {
            case "ns" -> Form.NANOS;
            case "us" -> Form.MICROS;
            case "ms" -> Form.MILLIS;
            case "?" -> Form.QUOTED;
            default -> null;
        };
        if (named != null) {
            return new Hint(named, 0, false);
        }
        Matcher places = PLACES.matcher(hint);
        if (places.matches()) {
            return new Hint(Form.ROUNDED, Integer.parseInt(places.group(1)), false);
        }
        Matcher bits = BITS_OR_WIDTH.matcher(hint);
        boolean zerosWithoutWidth =
                bits.matches() && bits.group(2) == null && !bits.group(1).isEmpty();
        if (hint.isEmpty() || !bits.matches() || zerosWithoutWidth) {
            throw new IllegalArgumentException(
                    "has {" + text + "}, which is no place: write {}, or {:x}, {:X} or {:b} for"
                            + " bits, {:8} or {:08x} for a width, {:.2} for places after the point, {:ns}, {:us} or {:ms} for a"
                            + " time, {:?} for a text in quotes, {{ for a brace");
        }
        Form form = switch (bits.group(3)) {
            case "x" -> Form.HEX;
            case "X" -> Form.CAPITAL_HEX;
            case "b" -> Form.BINARY;
            default -> Form.DECIMAL;
        };
        int width = bits.group(2) == null ? 0 : Integer.parseInt(bits.group(2));
        return new Hint(form, width, !bits.group(1).isEmpty());
    }

    /**
     * Whether the hint is meant for arguments of a kind.
     *
     * @param kind a kind
     * @return true for null, which is shown as it is whatever the hint
     */
    public boolean fits(Argument.Kind kind) {
        return switch (form) {
            case PLAIN -> true;
            case DECIMAL, HEX, CAPITAL_HEX, BINARY, NANOS, MICROS, MILLIS ->
                kind.isInteger() || kind == Argument.Kind.NULL;
            case ROUNDED -> kind == Argument.Kind.FLOAT || kind == Argument.Kind.DOUBLE || kind == Argument.Kind.NULL;
            case QUOTED -> kind.isText() || kind == Argument.Kind.NULL;
        };
    }

    /**
     * What the hint is meant for, in words.
     *
     * @return for example {@code an integer}
     */
    public String meantFor() {
        return switch (form) {
            case PLAIN -> "anything";
            case ROUNDED -> "a float or double";
            case QUOTED -> "a text";
            default -> "an integer";
        };
    }

    /** The text of an argument; one that the hint is not meant for is shown as it is. */
    String show(Argument argument) {
        if (!fits(argument.kind()) || argument.kind() == Argument.Kind.NULL) {
            return argument.text();
        }
        return switch (form) {
            case PLAIN -> argument.text();
            case DECIMAL -> padded(argument.text());
            case HEX -> padded(bits(argument).toString(16));
            case CAPITAL_HEX -> padded(bits(argument).toString(16).toUpperCase(Locale.ROOT));
            case BINARY -> padded(bits(argument).toString(2));
            case ROUNDED -> rounded(argument);
            case NANOS -> seconds(argument, 9);
            case MICROS -> seconds(argument, 6);
            case MILLIS -> seconds(argument, 3);
            case QUOTED -> quoted(argument);
        };
    }

    private static BigInteger bits(Argument argument) {
        BigInteger all = BigInteger.ONE.shiftLeft(argument.kind().bits()).subtract(BigInteger.ONE);
        return BigInteger.valueOf(argument.bits()).and(all);
    }

    private String padded(String text) {
        int missing = digits - text.length();
        if (missing <= 0) {
            return text;
        }
        boolean signFirst = zeros && text.startsWith("-");
        String fill = (zeros ? "0" : " ").repeat(missing);
        return signFirst ? "-" + fill + text.substring(1) : fill + text;
    }

    private String rounded(Argument argument) {
        double value = argument.number();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return argument.text();
        }
        // Of the digits that are shown without the hint, so that 0.1f is 0.1 here, too.
        return new BigDecimal(argument.text())
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String seconds(Argument argument, int places) {
        return BigDecimal.valueOf(argument.bits(), places).toPlainString() + " s";
    }

    private static String quoted(Argument argument) {
        StringBuilder quoted = new StringBuilder("\"");
        argument.content().chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"')
                .append(argument.kind() == Argument.Kind.CUT_TEXT ? ".." : "")
                .toString();
    }
}
