// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/** A conversion failed. */
public class AdcException extends Exception {
    private static final long serialVersionUID = 1;

    /** What has happened; it decides what a driver does next. */
    public enum Kind {
        /** Values came faster than they were taken, and some are lost: sample more slowly. */
        OVERRUN("values came faster than they were taken"),
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
     * A failed conversion.
     *
     * @param kind what has happened
     */
    public AdcException(Kind kind) {
        super("ADC: ".concat(kind.text));
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
