// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

/** Parts of arrays. */
final class Ranges {
    private Ranges() {}

    static void check(byte[] bytes, int offset, int length) {
        if (offset < 0 || length < 0 || offset > bytes.length - length) {
            throw new IndexOutOfBoundsException("an array of "
                    .concat(Integer.toString(bytes.length))
                    .concat(" bytes has no ")
                    .concat(Integer.toString(length))
                    .concat(" bytes from index ")
                    .concat(Integer.toString(offset)));
        }
    }
}
