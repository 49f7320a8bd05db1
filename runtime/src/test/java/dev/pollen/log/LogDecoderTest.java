// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.log.decode.LogDecoder;
import dev.pollen.time.VirtualClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The decoder takes a stream in any pieces and goes on after whatever is not one. */
final class LogDecoderTest {
    private static final String FORMAT = "value {} of {}";

    private final Logger log = Logger.of(4096, new VirtualClock());

    private byte[] tenLines() {
        for (int i = 0; i < 10; i++) {
            log.info(FORMAT, i * 1_000_000, "sensor");
        }
        return Decoded.stream(log);
    }

    private static List<String> expected() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            lines.add("      0.000000 INFO  value " + i * 1_000_000 + " of sensor");
        }
        return lines;
    }

    @Test
    void piecesOfAnySize() {
        byte[] stream = tenLines();
        Random random = new Random(3);
        for (int round = 0; round < 100; round++) {
            List<String> lines = new ArrayList<>();
            LogDecoder decoder = new LogDecoder(Decoded.known(FORMAT)::get, lines::add);
            for (int at = 0; at < stream.length; ) {
                int count = Math.min(stream.length - at, 1 + random.nextInt(30));
                decoder.accept(stream, at, count);
                at += count;
            }
            assertEquals(expected(), lines);
        }
    }

    @Test
    void aReceiverThatComesLateMissesTheLineItComesInto() {
        byte[] stream = tenLines();
        int line = stream.length / 10;
        List<String> lines = Decoded.text(Arrays.copyOfRange(stream, 5, stream.length), FORMAT);
        assertTrue(lines.get(0).endsWith(" bytes skipped that are no line"), lines.get(0));
        assertEquals(expected().subList(1, 10), lines.subList(1, lines.size()));
        assertEquals(expected(), Decoded.text(Arrays.copyOf(stream, stream.length - 1), FORMAT), "the last zero");
        List<String> cut = Decoded.text(Arrays.copyOf(stream, stream.length - line / 2), FORMAT);
        assertEquals(expected().subList(0, 9), cut.subList(0, 9));
        assertTrue(cut.get(9).endsWith(" bytes skipped that are no line"), cut.get(9));
    }

    @Test
    void oneBadBitSpoilsOneLineAtMostTwoAndIsSeen() {
        byte[] stream = tenLines();
        for (int bit = 0; bit < stream.length * 8; bit++) {
            byte[] bad = stream.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            List<String> lines = Decoded.text(bad, FORMAT);
            int flipped = bit;
            assertTrue(lines.removeIf(l -> l.contains("skipped")), () -> "bit " + flipped + " was not seen");
            List<String> left = expected();
            left.retainAll(lines);
            assertEquals(left, lines, () -> "bit " + flipped);
            assertTrue(left.size() >= 8, () -> "bit " + flipped + " spoilt more than its line and the next");
        }
    }

    @Test
    void garbageNeverThrows() {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            byte[] garbage = new byte[random.nextInt(60)];
            random.nextBytes(garbage);
            Decoded.text(garbage, FORMAT);
        }
        byte[] flood = new byte[100_000];
        Arrays.fill(flood, (byte) 'x');
        assertEquals(List.of(" ".repeat(21) + "100000 bytes skipped that are no line"), Decoded.text(flood, FORMAT));
    }

    @Test
    void afterGarbageItGoesOn() {
        byte[] stream = tenLines();
        byte[] garbage = "boot ok\r\n\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(garbage, garbage.length + stream.length);
        System.arraycopy(stream, 0, both, garbage.length, stream.length);
        List<String> lines = Decoded.text(both, FORMAT);
        assertEquals(" ".repeat(21) + "9 bytes skipped that are no line", lines.get(0));
        assertEquals(expected(), lines.subList(1, 11));
    }

    @Test
    void aFormatThatIsNotKnownIsSaidWithItsArguments() {
        log.warn("who knows {} {}", 7, true);
        assertEquals(
                List.of(String.format(
                        "      0.000000 WARN  format %08x is not known, arguments 7 true",
                        "who knows {} {}".hashCode())),
                Decoded.text(log));
    }
}
