// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import dev.pollen.log.decode.KnownFormat;
import dev.pollen.log.decode.LogDecoder;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a logger has written, read and decoded by hand. */
final class Decoded {
    private Decoded() {}

    /** The stream of all lines in the ring. */
    static byte[] stream(Logger logger) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        byte[] buffer = new byte[Logger.BUFFER_BYTES];
        int count = LogStream.fill(logger.ring(), buffer);
        while (count > 0) {
            stream.write(buffer, 0, count);
            count = LogStream.fill(logger.ring(), buffer);
        }
        return stream.toByteArray();
    }

    /** The formats by their numbers. */
    static Map<Integer, KnownFormat> known(String... formats) {
        Map<Integer, KnownFormat> known = new HashMap<>();
        for (String format : formats) {
            known.put(format.hashCode(), new KnownFormat(format, List.of()));
        }
        return known;
    }

    /** The text of a stream. */
    static List<String> text(byte[] stream, String... formats) {
        List<String> lines = new ArrayList<>();
        LogDecoder decoder = new LogDecoder(known(formats)::get, lines::add);
        decoder.accept(stream, 0, stream.length);
        decoder.end();
        return lines;
    }

    /** The text of all lines in the ring. */
    static List<String> text(Logger logger, String... formats) {
        return text(stream(logger), formats);
    }

    /** The content of the only line in the ring. */
    static String only(Logger logger, String format) {
        List<String> lines = text(logger, format);
        if (lines.size() != 1) {
            throw new AssertionError(lines);
        }
        return lines.get(0).substring(21);
    }
}
