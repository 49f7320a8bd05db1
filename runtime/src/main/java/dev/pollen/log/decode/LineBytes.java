// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log.decode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the bytes of one line; {@code dev.pollen.log.LogBytes} draws them. */
final class LineBytes {
    private static final int SMALL = 8;

    private final byte[] bytes;
    private final int end;
    private int at;

    LineBytes(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** The bytes are not those of a line. */
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    boolean isAtEnd() {
        return at == end;
    }

    int one() throws DamagedException {
        if (at == end) {
            throw new DamagedException();
        }
        return bytes[at++] & 0xff;
    }

    long fixed(int count) throws DamagedException {
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= (long) one() << i * Byte.SIZE;
        }
        return bits;
    }

    long number() throws DamagedException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = one();
            number |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        throw new DamagedException();
    }

    List<Argument> arguments() throws DamagedException {
        List<Argument> arguments = new ArrayList<>();
        while (!isAtEnd()) {
            arguments.add(argument());
        }
        return arguments;
    }

    private Argument argument() throws DamagedException {
        int tag = one();
        int kindNumber = tag >>> 4;
        if (kindNumber >= Argument.Kind.values().length) {
            throw new DamagedException();
        }
        Argument.Kind kind = Argument.Kind.values()[kindNumber];
        long number = tag & (SMALL - 1);
        if ((tag & SMALL) != 0) {
            number |= number() << 3;
        }
        return switch (kind) {
            case FLOAT -> new Argument(kind, fixed(Float.BYTES), "");
            case DOUBLE -> new Argument(kind, fixed(Double.BYTES), "");
            case TEXT, CUT_TEXT -> new Argument(kind, 0, text(number));
            default -> new Argument(kind, kind.isSigned() ? number >>> 1 ^ -(number & 1) : number, "");
        };
    }

    private String text(long length) throws DamagedException {
        if (length < 0 || length > end - at) {
            throw new DamagedException();
        }
        String text = new String(bytes, at, (int) length, StandardCharsets.UTF_8);
        at += (int) length;
        return text;
    }
}
