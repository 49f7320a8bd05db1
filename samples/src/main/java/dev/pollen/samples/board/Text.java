// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

/** Bytes as text, without a copy of them: what the log takes. */
public final class Text implements CharSequence {
    private byte[] bytes = {};
    private int length;

    /** No text. */
    public Text() {}

    /**
     * Shows other bytes.
     *
     * @param of where they are
     * @param count how many, from the first on; the end of the line is no part of the text
     * @return this
     */
    public Text show(byte[] of, int count) {
        bytes = of;
        length = count > 0 && of[count - 1] == '\n' ? count - 1 : count;
        return this;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return (char) (bytes[index] & 0xFF);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    @Override
    public String toString() {
        return new StringBuilder(length).append(this).toString();
    }
}
