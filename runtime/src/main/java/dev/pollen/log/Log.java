// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log;

import dev.pollen.platform.LogSettings;
import dev.pollen.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines to the program's own {@link Logger}: {@code Log.info("rx {} bytes from {}", n, address)}.
 *
 * <p>The format is a constant of the source and has a place for each argument. A place may say how it is shown:
 *
 * <table>
 * <caption>Hints</caption>
 * <tr><th>place</th><th>argument</th><th>shown</th></tr>
 * <tr><td>{@code {}}</td><td>any</td><td>as {@code String.valueOf} does</td></tr>
 * <tr><td>{@code {:x}}, {@code {:X}}, {@code {:b}}</td><td>integer</td><td>its bits, hexadecimal or binary</td></tr>
 * <tr><td>{@code {:5}}, {@code {:05}}, {@code {:02x}}</td><td>integer</td><td>at least so wide, filled up with blanks or
 * zeros</td></tr>
 * <tr><td>{@code {:.2}}</td><td>float, double</td><td>rounded to so many places, up to 9</td></tr>
 * <tr><td>{@code {:ns}}, {@code {:us}}, {@code {:ms}}</td><td>integer</td><td>that time, in seconds</td></tr>
 * <tr><td>{@code {:?}}</td><td>text</td><td>in quotes, with escapes</td></tr>
 * <tr><td><code>{{</code>, <code>}}</code></td><td>none</td><td>a brace</td></tr>
 * </table>
 *
 * <p>An argument is a primitive, a text, null, or any object, of which {@code toString} is asked at once, if the line is
 * written at all. Of a text the first 100 bytes of its UTF-8 are kept; where there were more, it ends in {@code ..} .
 *
 * <p><b>At build time</b> the weaver replaces the format by its hash and takes the boxes of primitive arguments away, in every
 * class that it sees, async or not. It checks that the format is a constant and fits the arguments. A class that no weaver
 * has seen writes the same bytes, and boxes the primitives among its arguments.
 *
 * <p><b>Threading.</b> Any thread may log, also in an interrupt or a {@code toString}. Lines stand in the order in which they
 * were begun. A logger never waits: a line that finds the ring full is counted, see {@link Logger#lost}.
 *
 * <p><b>Allocation.</b> None in woven code. The ring is made when this class is first used: 16 KiB, or what the system property
 * {@code pollen.log.bytes} says, a power of two; {@code pollen.log.level} sets the level, INFO if it is not there.
 */
public final class Log {
    private static final Logger LOGGER =
            Logger.of(LogSettings.bytes(), Clock.monotonic()).level(LogSettings.level());

    private Log() {}

    /**
     * The program's own logger.
     *
     * @return always the same object
     */
    public static Logger logger() {
        return LOGGER;
    }

    /**
     * Writes a line about each step.
     *
     * @param format a constant, with a {@code {}} for each argument
     */
    public static void trace(String format) {
        LOGGER.trace(format);
    }

    /**
     * Writes a line about each step.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     */
    public static void trace(String format, @Nullable Object a) {
        LOGGER.trace(format, a);
    }

    /**
     * Writes a line about each step.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     */
    public static void trace(String format, @Nullable Object a, @Nullable Object b) {
        LOGGER.trace(format, a, b);
    }

    /**
     * Writes a line about each step.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     */
    public static void trace(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        LOGGER.trace(format, a, b, c);
    }

    /**
     * Writes a line about each step.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     * @param d the fourth argument
     */
    public static void trace(
            String format, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
        LOGGER.trace(format, a, b, c, d);
    }

    /**
     * Writes a line about what helps to find a fault.
     *
     * @param format a constant, with a {@code {}} for each argument
     */
    public static void debug(String format) {
        LOGGER.debug(format);
    }

    /**
     * Writes a line about what helps to find a fault.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     */
    public static void debug(String format, @Nullable Object a) {
        LOGGER.debug(format, a);
    }

    /**
     * Writes a line about what helps to find a fault.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     */
    public static void debug(String format, @Nullable Object a, @Nullable Object b) {
        LOGGER.debug(format, a, b);
    }

    /**
     * Writes a line about what helps to find a fault.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     */
    public static void debug(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        LOGGER.debug(format, a, b, c);
    }

    /**
     * Writes a line about what helps to find a fault.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     * @param d the fourth argument
     */
    public static void debug(
            String format, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
        LOGGER.debug(format, a, b, c, d);
    }

    /**
     * Writes a line about what happens.
     *
     * @param format a constant, with a {@code {}} for each argument
     */
    public static void info(String format) {
        LOGGER.info(format);
    }

    /**
     * Writes a line about what happens.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     */
    public static void info(String format, @Nullable Object a) {
        LOGGER.info(format, a);
    }

    /**
     * Writes a line about what happens.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     */
    public static void info(String format, @Nullable Object a, @Nullable Object b) {
        LOGGER.info(format, a, b);
    }

    /**
     * Writes a line about what happens.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     */
    public static void info(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        LOGGER.info(format, a, b, c);
    }

    /**
     * Writes a line about what happens.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     * @param d the fourth argument
     */
    public static void info(
            String format, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
        LOGGER.info(format, a, b, c, d);
    }

    /**
     * Writes a line about what should not happen, and was dealt with.
     *
     * @param format a constant, with a {@code {}} for each argument
     */
    public static void warn(String format) {
        LOGGER.warn(format);
    }

    /**
     * Writes a line about what should not happen, and was dealt with.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     */
    public static void warn(String format, @Nullable Object a) {
        LOGGER.warn(format, a);
    }

    /**
     * Writes a line about what should not happen, and was dealt with.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     */
    public static void warn(String format, @Nullable Object a, @Nullable Object b) {
        LOGGER.warn(format, a, b);
    }

    /**
     * Writes a line about what should not happen, and was dealt with.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     */
    public static void warn(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        LOGGER.warn(format, a, b, c);
    }

    /**
     * Writes a line about what should not happen, and was dealt with.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     * @param d the fourth argument
     */
    public static void warn(
            String format, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
        LOGGER.warn(format, a, b, c, d);
    }

    /**
     * Writes a line about what has failed.
     *
     * @param format a constant, with a {@code {}} for each argument
     */
    public static void error(String format) {
        LOGGER.error(format);
    }

    /**
     * Writes a line about what has failed.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     */
    public static void error(String format, @Nullable Object a) {
        LOGGER.error(format, a);
    }

    /**
     * Writes a line about what has failed.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     */
    public static void error(String format, @Nullable Object a, @Nullable Object b) {
        LOGGER.error(format, a, b);
    }

    /**
     * Writes a line about what has failed.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     */
    public static void error(String format, @Nullable Object a, @Nullable Object b, @Nullable Object c) {
        LOGGER.error(format, a, b, c);
    }

    /**
     * Writes a line about what has failed.
     *
     * @param format a constant, with a {@code {}} for each argument
     * @param a the first argument
     * @param b the second argument
     * @param c the third argument
     * @param d the fourth argument
     */
    public static void error(
            String format, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
        LOGGER.error(format, a, b, c, d);
    }
}
