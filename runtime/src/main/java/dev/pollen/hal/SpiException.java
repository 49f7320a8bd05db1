// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/** A transfer on an SPI bus failed. */
public class SpiException extends Exception {
    private static final long serialVersionUID = 1;

    /** What has happened; it decides what a driver does next. */
    public enum Kind {
        /** Bytes came faster than they were taken. */
        OVERRUN("bytes came faster than they were taken"),
        /** Another controller drives the bus. */
        MODE_FAULT("another controller drives the bus"),
        /** The frame that came has not the right format. */
        FRAME_FORMAT("a frame has the wrong format"),
        /** The chip select could not be set. */
        CHIP_SELECT("the chip select could not be set"),
        /** Something else. */
        OTHER("it failed");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** What has happened. */
    private final Kind kind;

    /**
     * A failed transfer.
     *
     * @param kind what has happened
     */
    public SpiException(Kind kind) {
        super("SPI: ".concat(kind.text));
        this.kind = kind;
    }

    /**
     * What has happened.
     *
     * @return the cause that a driver can act on
     */
    public Kind kind() {
        return kind;
    }
}
