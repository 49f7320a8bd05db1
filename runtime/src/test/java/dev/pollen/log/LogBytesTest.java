// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.time.VirtualClock;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The bytes of lines, as the comments of {@link LogBytes} and {@link LogStream} draw them. */
final class LogBytesTest {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final VirtualClock clock = new VirtualClock();
    private final Logger log = Logger.of(256, clock);

    /** The body of the first line. */
    private String body() {
        LogRing ring = log.ring();
        byte[] body = new byte[ring.next(null)];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) ring.get(ring.first() + i);
        }
        ring.consume(body.length);
        return HEX.formatHex(body);
    }

    private static String id(String format) {
        int id = format.hashCode();
        return HEX.formatHex(new byte[] {(byte) id, (byte) (id >> 8), (byte) (id >> 16), (byte) (id >> 24)});
    }

    @Test
    void theLineOfTheDrawing() {
        clock.advance(300);
        log.info("rx {} bytes from {}", 21, "A");
        assertEquals("03 " + id("rx {} bytes from {}") + " ac 02 4a 05 91 41", body());
    }

    @Test
    void eachKind() {
        log.trace("{}{}{}{}", null, true, (byte) -1, (short) 2);
        assertEquals("01 " + id("{}{}{}{}") + " 00 00 11 21 34", body());
        log.error("{}{}{}{}", -128, Long.MIN_VALUE, 'a', 1.0f);
        assertEquals("05 " + id("{}{}{}{}") + " 00 4f 1f 5f ff ff ff ff ff ff ff ff 1f 69 0c 70 00 00 80 3f", body());
        log.warn("{}{}", 1.0, "x".repeat(101));
        assertEquals("04 " + id("{}{}") + " 00 80 00 00 00 00 00 00 f0 3f ac 0c" + " 78".repeat(100), body());
    }

    @Test
    void lostLines() {
        while (log.lost() == 0) {
            log.info("full");
        }
        for (int i = 0; i < 299; i++) {
            log.info("full");
        }
        String last = "";
        for (long left = log.written(); left >= 0; left--) {
            last = body();
        }
        assertEquals("00 ac 02", last);
    }

    @Test
    void theStreamOfTheDrawing() {
        log.info("no zero here", 0);
        String sent = HEX.formatHex(Decoded.stream(log));
        // The time is 0, the argument is 40, the check sum ends the last block, of three bytes.
        assertEquals("06 03 " + id("no zero here") + " 03 40 ", sent.substring(0, 24));
        assertEquals(" 00", sent.substring(26));
    }

    @Test
    void aBlockWithoutZerosHas254Bytes() {
        clock.advance(1);
        log.info("{}{}{}", "a".repeat(100), "b".repeat(100), "c".repeat(100));
        Logger large = Logger.of(1024, clock);
        large.info("{}{}{}", "a".repeat(100), "b".repeat(100), "c".repeat(100));
        byte[] sent = Decoded.stream(large);
        assertEquals(0xff, sent[0] & 0xff);
        assertEquals(
                "a".repeat(100) + "b".repeat(100) + "c".repeat(100),
                Decoded.text(sent, "{}{}{}").get(0).substring(21));
        assertEquals(1, log.lost(), "longer than the ring");
    }
}
