// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/** A serial line failed. */
public class UartException extends Exception {
    private static final long serialVersionUID = 1;

    /** What has happened; it decides what a driver does next. */
    public enum Kind {
        /** Bytes came faster than they were taken, and at least one is lost: resynchronise at the next idle line. */
        OVERRUN("bytes came faster than they were taken, and some are lost"),
        /** A stop bit was missing: wrong baud rate, or a disturbed line. */
        FRAMING("a stop bit was missing: wrong baud rate, or a disturbed line"),
        /** The parity bit was wrong: a disturbed line. */
        PARITY("the parity bit was wrong"),
        /** The samples of one bit disagreed. */
        NOISE("the samples of a bit disagreed"),
        /** The line was held low for longer than a byte. */
        BREAK("the line was held low for longer than a byte"),
        /** Something else. */
        OTHER("it failed");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** What has happened. */
    private final Kind kind;

    /** How many bytes were good. */
    private final int received;

    /**
     * A failure.
     *
     * @param kind what has happened
     * @param received how many bytes of this read were good, and stand at the beginning of its array
     */
    public UartException(Kind kind, int received) {
        super("UART: "
                .concat(kind.text)
                .concat(", after ")
                .concat(Integer.toString(received))
                .concat(received == 1 ? " good byte" : " good bytes"));
        this.kind = kind;
        this.received = received;
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
     * How many bytes were good.
     *
     * @return the number of bytes of this read before the failure; they stand at the beginning of its array
     */
    public int received() {
        return received;
    }
}
