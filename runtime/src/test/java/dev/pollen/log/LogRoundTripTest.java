// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.time.VirtualClock;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is logged is what the decoder prints. */
final class LogRoundTripTest {
    private final VirtualClock clock = new VirtualClock();
    private final Logger log = Logger.of(4096, clock);

    private String show(String format, Object argument) {
        log.info(format, argument);
        return Decoded.only(log, format);
    }

    @Test
    void everyMethodOfBothClassesWritesItsLevelAndArguments() throws ReflectiveOperationException {
        Log.logger().level(Level.TRACE);
        try {
            int methods = 0;
            for (Class<?> type : List.of(Log.class, Logger.class)) {
                for (Method method : type.getMethods()) {
                    if (method.getParameterCount() > 0 && method.getParameterTypes()[0] == String.class) {
                        methods++;
                        check(type, method);
                    }
                }
            }
            assertEquals(2 * 5 * 5, methods);
        } finally {
            Log.logger().level(Level.INFO);
        }
    }

    private void check(Class<?> type, Method method) throws ReflectiveOperationException {
        int count = method.getParameterCount() - 1;
        String format = "n" + " {}".repeat(count);
        Object[] arguments = {format, 1, "two", 3.0, true};
        Logger logger = type == Log.class ? Log.logger() : log;
        method.invoke(type == Log.class ? null : log, Arrays.copyOf(arguments, count + 1));
        String line = Decoded.text(logger, format).get(0).substring(15);
        String level = method.getName().toUpperCase(java.util.Locale.ROOT);
        assertEquals(
                String.format("%-5s ", level) + "n 1 two 3.0 true".substring(0, new int[] {1, 3, 7, 11, 16}[count]),
                line,
                method.toString());
    }

    @Test
    void valuesOfEachKindArriveAsTheyAre() {
        Random random = new Random(7);
        List<Object> values = new ArrayList<>();
        for (int bits = 0; bits < 64; bits++) {
            for (long value : new long[] {1L << bits, -(1L << bits), (1L << bits) - 1, random.nextLong() >> bits}) {
                values.addAll(List.of((byte) value, (short) value, (int) value, value, (char) (value & 0x7fff)));
                values.addAll(List.of(Float.intBitsToFloat((int) value), Double.longBitsToDouble(value)));
            }
        }
        values.addAll(List.of(true, false, "", "grüße, 水 und \ud83c\udf37", new StringBuilder("b"), Level.WARN));
        for (Object value : values) {
            assertEquals(String.valueOf(value), show("{}", value), () -> value.getClass() + " " + value);
        }
        assertEquals("null", show("{}", null));
    }

    @Test
    void hintsShowWhatTheySay() {
        assertEquals("7f", show("{:x}", 127));
        assertEquals("FFFFFFFF", show("{:X}", -1));
        assertEquals("ff", show("{:02x}", (byte) -1));
        assertEquals("0a", show("{:02x}", (byte) 10));
        assertEquals("ffff", show("{:x}", (short) -1));
        assertEquals("ffffffffffffffff", show("{:x}", -1L));
        assertEquals("0041", show("{:04x}", 'A'));
        assertEquals("00000101", show("{:08b}", 5));
        assertEquals("   42", show("{:5}", 42));
        assertEquals("-0042", show("{:05}", -42));
        assertEquals("  -42", show("{:5}", -42));
        assertEquals("123456", show("{:5}", 123456));
        assertEquals("3.14", show("{:.2}", Math.PI));
        assertEquals("3", show("{:.0}", Math.PI));
        assertEquals("0.1000", show("{:.4}", 0.1f));
        assertEquals("-0.13", show("{:.2}", -0.125));
        assertEquals("NaN", show("{:.2}", Double.NaN));
        assertEquals("1.234 s", show("{:ms}", 1234));
        assertEquals("-0.000005 s", show("{:us}", -5L));
        assertEquals("0.000000001 s", show("{:ns}", 1L));
        assertEquals("\"a\\\"b\\\\\\n\\u0007é\"", show("{:?}", "a\"b\\\n\u0007é"));
        assertEquals("null", show("{:x}", null));
        assertEquals("{1} {", show("{{{}}} {{", 1));
    }

    @Test
    void aHintThatDoesNotFitShowsTheArgumentAsItIs() {
        assertEquals("text", show("{:x}", "text"));
        assertEquals("1.5", show("{:08x}", 1.5));
        assertEquals("true", show("{:.2}", true));
        assertEquals("7", show("{:?}", 7));
    }

    @Test
    void argumentsTooManyOrTooFewAreSaid() {
        assertEquals("a {left over: 7}", show("a", 7));
        log.info("{} {}", 1);
        assertEquals("1 {missing}", Decoded.only(log, "{} {}"));
        assertEquals("} alone {left over: 7}", show("} alone", 7));
    }

    @Test
    void longTextsAreCutAtACharacterAndSaySo() {
        assertEquals("x".repeat(100), show("{}", "x".repeat(100)));
        assertEquals("x".repeat(100) + "..", show("{}", "x".repeat(101)));
        assertEquals("é".repeat(50) + "..", show("{}", "é".repeat(51)));
        assertEquals("x" + "é".repeat(49) + "..", show("{}", "x" + "é".repeat(50)));
        assertEquals("\ud83c\udf37".repeat(25) + "..", show("{}", "\ud83c\udf37".repeat(26)));
        assertEquals("水".repeat(33) + "..", show("{}", "水".repeat(34)));
        assertEquals("\"" + "x".repeat(100) + "\"..", show("{:?}", "x".repeat(101)));
        assertEquals("?a?", show("{}", "\ud83ca\udf37"), "halves of a pair");
    }

    @Test
    void fourLongTextsFitIntoTheSmallestBuffer() {
        String text = "ÿ".repeat(51);
        clock.advance(Long.MAX_VALUE / 2);
        log.error("{}{}{}{}", text, text, text, text);
        String line = Decoded.text(log, "{}{}{}{}").get(0);
        assertEquals((text.substring(1) + "..").repeat(4), line.substring(line.indexOf("ERROR ") + 6));
    }

    @Test
    void aToStringThatThrowsOrLogsLeavesTheRingInOrder() {
        Object throwing = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no");
            }
        };
        Object logging = new Object() {
            @Override
            public String toString() {
                log.debug("inner");
                return "outer";
            }
        };
        assertThrows(IllegalStateException.class, () -> log.info("{}", throwing));
        log.info("{}", logging);
        List<String> lines = Decoded.text(log, "{}", "inner");
        assertEquals(
                List.of("DEBUG inner", "INFO  outer"),
                lines.stream().map(l -> l.substring(15)).toList());
    }

    @Test
    void aTextThatChangesWhileItIsWrittenSpoilsItsOwnLineAlone() {
        CharSequence shrinking = new CharSequence() {
            private int asked;

            @Override
            public int length() {
                return ++asked > 12 ? 1 : 10;
            }

            @Override
            public char charAt(int index) {
                if (asked > 12 && index > 0) {
                    throw new IndexOutOfBoundsException();
                }
                return 'x';
            }

            @Override
            public CharSequence subSequence(int start, int end) {
                throw new UnsupportedOperationException();
            }

            @Override
            public String toString() {
                return "never asked";
            }
        };
        log.info("{}", shrinking);
        log.info("{}", "next");
        List<String> lines = Decoded.text(log, "{}");
        assertEquals(2, lines.size());
        assertTrue(lines.get(1).endsWith("INFO  next"), lines.get(1));
    }

    @Test
    void levelsBelowTheThresholdAreNotWritten() {
        log.level(Level.WARN);
        log.trace("t");
        log.debug("d");
        log.info("i");
        log.warn("w");
        log.error("e");
        assertEquals(2, Decoded.text(log).size());
        assertFalse(log.isEnabled(Level.INFO));
        assertTrue(log.isEnabled(Level.WARN));
        log.level(Level.OFF).error("e");
        assertEquals(List.of(), Decoded.text(log));
        assertFalse(log.isEnabled(Level.OFF));
        assertEquals(0, log.lost());
    }

    @Test
    void timesAreThoseOfTheClock() {
        log.info("a");
        clock.advance(1_500_000);
        log.info("a");
        clock.advance(86_400_000_000_000L);
        log.info("a");
        assertEquals(
                List.of("      0.000000 INFO  a", "      0.001500 INFO  a", "  86400.001500 INFO  a"),
                Decoded.text(log, "a"));
    }
}
