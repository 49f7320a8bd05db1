// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log.decode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of the stream of a logger, as it comes. What is no line is said and skipped: after a gap, or garbage, it goes on
 * behind the next zero byte.
 *
 * <pre>
 *       0.000300 INFO  rx 21 bytes from A (Radio.java:12)
 *       0.000412 WARN  format 1a2b3c4d is not known, arguments 7 true
 *                      3 lines lost here
 *                      17 bytes skipped that are no line
 * </pre>
 */
public final class LogDecoder {
    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");
    private static final int CHECK_START = 0xff;
    private static final int POLYNOMIAL = 0x07;
    private static final int MAX_SENT = 4096;
    private static final int MOST_PLACES = 3;
    private static final String WITHOUT_TIME = " ".repeat(21);

    private final IntFunction<@Nullable KnownFormat> formats;
    private final Consumer<String> lines;
    private final byte[] sent = new byte[MAX_SENT];
    private int length;
    private long tooLong;

    /**
     * Makes a decoder.
     *
     * @param formats the format of a number; null if it is not known
     * @param lines takes the text, line by line, without line ends
     */
    public LogDecoder(IntFunction<@Nullable KnownFormat> formats, Consumer<String> lines) {
        this.formats = formats;
        this.lines = lines;
    }

    /**
     * Takes bytes of the stream.
     *
     * @param bytes holds them
     * @param from the first
     * @param count how many
     */
    public void accept(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (bytes[i] == 0) {
                endOfLine();
            } else if (length == MAX_SENT) {
                tooLong++;
            } else {
                sent[length++] = bytes[i];
            }
        }
    }

    /** Says what is left over at the end of the stream. */
    public void end() {
        endOfLine();
    }

    private void endOfLine() {
        int count = length;
        long more = tooLong;
        length = 0;
        tooLong = 0;
        if (count == 0) {
            return; // two zeros in a row: nothing is missing
        }
        String line = null;
        int body = more == 0 ? unstuffed(count) : -1;
        if (body > 0 && check(body) == 0) {
            try {
                line = line(new LineBytes(sent, 0, body - 1));
            } catch (LineBytes.DamagedException e) {
                line = null;
            }
        }
        lines.accept(line != null ? line : WITHOUT_TIME + (count + more) + " bytes skipped that are no line");
    }

    /** Puts the zeros back, in place; gives the length of body and check sum, negative if the blocks do not fit. */
    private int unstuffed(int count) {
        int to = 0;
        int at = 0;
        while (at < count) {
            int distance = sent[at] & 0xff;
            if (at + distance > count) {
                return -1;
            }
            System.arraycopy(sent, at + 1, sent, to, distance - 1);
            to += distance - 1;
            at += distance;
            if (distance < 0xff && at < count) {
                sent[to++] = 0;
            }
        }
        return to;
    }

    /** Over body and check sum; 0 if they belong together. */
    private int check(int count) {
        int check = CHECK_START;
        for (int i = 0; i < count; i++) {
            check ^= sent[i] & 0xff;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                check = check << 1 ^ ((check & 0x80) == 0 ? 0 : POLYNOMIAL);
            }
            check &= 0xff;
        }
        return check;
    }

    private String line(LineBytes bytes) throws LineBytes.DamagedException {
        int level = bytes.one();
        if (level == 0) {
            long lost = bytes.number();
            return WITHOUT_TIME + lost + (lost == 1 ? " line lost here" : " lines lost here");
        }
        if (level > LEVELS.size()) {
            throw new LineBytes.DamagedException();
        }
        int id = (int) bytes.fixed(Integer.BYTES);
        String time = BigDecimal.valueOf(bytes.number(), 9)
                .setScale(6, RoundingMode.DOWN)
                .toPlainString();
        return String.format(Locale.ROOT, "%14s %-5s %s", time, LEVELS.get(level - 1), content(id, bytes.arguments()));
    }

    private String content(int id, List<Argument> arguments) {
        KnownFormat known = formats.apply(id);
        if (known != null) {
            return text(known, arguments) + places(known.places());
        }
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "format %08x is not known", id));
        for (int i = 0; i < arguments.size(); i++) {
            text.append(i == 0 ? ", arguments " : " ").append(arguments.get(i).text());
        }
        return text.toString();
    }

    private static String places(List<String> places) {
        int more = places.size() - MOST_PLACES;
        String shown = String.join(" or ", more > 0 ? places.subList(0, MOST_PLACES) : places);
        return places.isEmpty() ? "" : " (" + shown + (more > 0 ? " or " + more + " others" : "") + ")";
    }

    /** A format that no weaver has checked may be none. */
    private static String text(KnownFormat known, List<Argument> arguments) {
        LineFormat format;
        try {
            format = LineFormat.parse(known.text());
        } catch (IllegalArgumentException e) {
            format = new LineFormat(List.of(known.text()), List.of());
        }
        return format.fill(arguments);
    }
}
