// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/** A transfer on an I2C bus failed: the device did not answer, or the bus was lost. */
public class I2cException extends Exception {
    private static final long serialVersionUID = 1;

    /** What has happened; it decides what a driver does next. */
    public enum Kind {
        /** Nobody acknowledged: no such device at the first byte, a device that is busy or full later. */
        NACK("nobody acknowledged"),
        /** Another controller was faster: try again. */
        ARBITRATION("another controller has won the bus"),
        /** A start or stop came where none may be, or the bus is stuck: reset it. */
        BUS("a start or stop condition came where none may be"),
        /** Bytes came faster than they were taken. */
        OVERRUN("bytes came faster than they were taken"),
        /** A device held the clock for too long. */
        TIMEOUT("a device held the clock for too long"),
        /** Something else. */
        OTHER("it failed");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** The position of an address that nobody acknowledged. */
    public static final int ADDRESS = -1;

    /** What has happened. */
    private final Kind kind;

    /** The device. */
    private final int address;

    /** Where in the transfer. */
    private final int position;

    /** A failed transfer of which no more is known. */
    public I2cException() {
        super("I2C: ".concat(Kind.OTHER.text));
        kind = Kind.OTHER;
        address = ADDRESS;
        position = ADDRESS;
    }

    /**
     * A failed transfer.
     *
     * @param kind what has happened
     * @param address the 7-bit address of the device
     * @param position the index of the byte that failed, in the transfer's own direction; {@link #ADDRESS} for the address
     */
    public I2cException(Kind kind, int address, int position) {
        super("I2C device 0x"
                .concat(Integer.toHexString(address))
                .concat(": ")
                .concat(kind.text)
                .concat(position == ADDRESS ? ", at its address" : ", at byte ".concat(Integer.toString(position))));
        this.kind = kind;
        this.address = address;
        this.position = position;
    }

    /**
     * What has happened.
     *
     * @return the cause that a driver can act on
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The device.
     *
     * @return its 7-bit address; {@link #ADDRESS} where it is not known
     */
    public int address() {
        return address;
    }

    /**
     * Where it failed.
     *
     * @return the index of the byte; {@link #ADDRESS} for the address: then no device is there
     */
    public int position() {
        return position;
    }
}
