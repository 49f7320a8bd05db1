// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/**
 * A part of a transaction on an SPI bus. It can be used again and again, and set to something else in between; never while
 * a transaction that it is part of runs.
 */
public final class SpiOperation {
    private static final byte[] NONE = {};

    /** What an operation does. */
    public enum Kind {
        /** Fills a part of an array. */
        READ,
        /** Sends a part of an array. */
        WRITE,
        /** Sends one array while another is filled. */
        TRANSFER,
        /** Waits, with the device selected. */
        DELAY
    }

    private Kind kind = Kind.WRITE;
    private byte[] bytes = NONE;
    private byte[] sent = NONE;
    private int offset;
    private int length;
    private long nanos;

    /** Does nothing until it is set to something. */
    public SpiOperation() {}

    /**
     * Fills an array.
     *
     * @param buffer where the bytes go
     * @return the operation
     */
    public static SpiOperation read(byte[] buffer) {
        return new SpiOperation().toRead(buffer, 0, buffer.length);
    }

    /**
     * Sends an array.
     *
     * @param data the bytes
     * @return the operation
     */
    public static SpiOperation write(byte[] data) {
        return new SpiOperation().toWrite(data, 0, data.length);
    }

    /**
     * Sends one array while another is filled.
     *
     * @param buffer where the bytes go
     * @param data the bytes to send
     * @return the operation
     */
    public static SpiOperation transfer(byte[] buffer, byte[] data) {
        return new SpiOperation().toTransfer(buffer, data);
    }

    /**
     * Waits, with the device selected.
     *
     * @param ns nanoseconds, at least that long
     * @return the operation
     */
    public static SpiOperation delayNanos(long ns) {
        return new SpiOperation().toDelayNanos(ns);
    }

    /**
     * Makes it one that fills a part of an array.
     *
     * @param buffer where the bytes go
     * @param from the index of the first
     * @param count how many
     * @return this
     * @throws IndexOutOfBoundsException if the array has no such part
     */
    public SpiOperation toRead(byte[] buffer, int from, int count) {
        return set(Kind.READ, buffer, from, count);
    }

    /**
     * Makes it one that sends a part of an array.
     *
     * @param data the bytes
     * @param from the index of the first
     * @param count how many
     * @return this
     * @throws IndexOutOfBoundsException if the array has no such part
     */
    public SpiOperation toWrite(byte[] data, int from, int count) {
        return set(Kind.WRITE, data, from, count);
    }

    /**
     * Makes it one that sends one array while another is filled.
     *
     * @param buffer where the bytes go
     * @param data the bytes to send
     * @return this
     */
    public SpiOperation toTransfer(byte[] buffer, byte[] data) {
        set(Kind.TRANSFER, buffer, 0, buffer.length);
        sent = data;
        return this;
    }

    /**
     * Makes it a wait.
     *
     * @param ns nanoseconds, at least that long
     * @return this
     */
    public SpiOperation toDelayNanos(long ns) {
        set(Kind.DELAY, NONE, 0, 0);
        nanos = ns;
        return this;
    }

    private SpiOperation set(Kind to, byte[] buffer, int from, int count) {
        Ranges.check(buffer, from, count);
        kind = to;
        bytes = buffer;
        offset = from;
        length = count;
        return this;
    }

    /** Lets go of the arrays. */
    void clear() {
        set(Kind.WRITE, NONE, 0, 0);
        sent = NONE;
    }

    /**
     * What it does.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The array.
     *
     * @return where the bytes go; for {@code WRITE} where they come from
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * What a {@code TRANSFER} sends.
     *
     * @return the bytes
     */
    public byte[] sent() {
        return sent;
    }

    /**
     * Where it begins.
     *
     * @return the index of the first byte
     */
    public int offset() {
        return offset;
    }

    /**
     * How long it is.
     *
     * @return the number of bytes
     */
    public int length() {
        return length;
    }

    /**
     * How long a {@code DELAY} waits.
     *
     * @return nanoseconds
     */
    public long nanos() {
        return nanos;
    }
}
