// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

/**
 * Lines as they are sent. A receiver that comes late, or that has missed something, goes on behind the next zero.
 *
 * <pre>
 *   body, check sum         05 00 07 .. cc         CRC-8, x^8 + x^2 + x + 1, from 0xff
 *   with zeros replaced     02 05 nn 07 .. cc      COBS: each block starts with the distance to the next zero;
 *   and one at the end      02 05 nn 07 .. cc 00   0xff: 254 bytes follow, and no zero behind them
 * </pre>
 */
final class LogStream {
    private static final int BLOCK = 0xff;
    private static final int POLYNOMIAL = 0x07;
    private static final int CHECK_START = 0xff;

    private LogStream() {}

    /**
     * Moves lines from a ring to a buffer, as many as fit.
     *
     * @return how many bytes
     */
    static int fill(LogRing ring, byte[] buffer) {
        int to = 0;
        int length = ring.next(null);
        while (length >= 0 && to + sentBytes(length) <= buffer.length) {
            to = encode(ring, length, buffer, to);
            ring.consume(length);
            length = ring.next(null);
        }
        return to;
    }

    private static int sentBytes(int length) {
        return length + 1 + (length + 1) / (BLOCK - 1) + 1 + 1;
    }

    private static int encode(LogRing ring, int length, byte[] buffer, int from) {
        long body = ring.first();
        int check = CHECK_START;
        int block = from;
        int to = from + 1;
        for (int i = 0; i <= length; i++) {
            int value = i < length ? ring.get(body + i) : check;
            check = check(check, value);
            if (value != 0) {
                buffer[to++] = (byte) value;
            }
            if (value == 0 || to - block == BLOCK) {
                buffer[block] = (byte) (to - block);
                block = to++;
            }
        }
        buffer[block] = (byte) (to - block);
        buffer[to] = 0;
        return to + 1;
    }

    private static int check(int before, int value) {
        int check = before ^ value;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            check = check << 1 ^ ((check & 0x80) == 0 ? 0 : POLYNOMIAL);
        }
        return check & 0xff;
    }
}
