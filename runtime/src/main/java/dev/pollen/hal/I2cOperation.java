// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/**
 * A part of a transaction on an I2C bus. It can be used again and again, and set to something else in between; never while
 * a transaction that it is part of runs.
 */
public final class I2cOperation {
    private boolean reading;
    private byte[] bytes;
    private int offset;
    private int length;

    private I2cOperation(boolean reading, byte[] bytes, int offset, int length) {
        this.reading = reading;
        this.bytes = bytes;
        set(reading, bytes, offset, length);
    }

    /**
     * Fills an array.
     *
     * @param buffer where the bytes go
     * @return the operation
     */
    public static I2cOperation read(byte[] buffer) {
        return new I2cOperation(true, buffer, 0, buffer.length);
    }

    /**
     * Fills a part of an array.
     *
     * @param buffer where the bytes go
     * @param offset the index of the first
     * @param length how many
     * @return the operation
     */
    public static I2cOperation read(byte[] buffer, int offset, int length) {
        return new I2cOperation(true, buffer, offset, length);
    }

    /**
     * Writes an array.
     *
     * @param data the bytes
     * @return the operation
     */
    public static I2cOperation write(byte[] data) {
        return new I2cOperation(false, data, 0, data.length);
    }

    /**
     * Writes a part of an array.
     *
     * @param data the bytes
     * @param offset the index of the first
     * @param length how many
     * @return the operation
     */
    public static I2cOperation write(byte[] data, int offset, int length) {
        return new I2cOperation(false, data, offset, length);
    }

    /**
     * Makes it another operation.
     *
     * @param read whether bytes are read, or written
     * @param buffer the array
     * @param from the index of the first byte
     * @param count how many
     * @return this
     * @throws IndexOutOfBoundsException if the array has no such part
     */
    public I2cOperation set(boolean read, byte[] buffer, int from, int count) {
        Ranges.check(buffer, from, count);
        reading = read;
        bytes = buffer;
        offset = from;
        length = count;
        return this;
    }

    /**
     * The direction.
     *
     * @return whether bytes are read
     */
    public boolean isRead() {
        return reading;
    }

    /**
     * The array.
     *
     * @return where the bytes go or come from
     */
    public byte[] bytes() {
        return bytes;
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
}
