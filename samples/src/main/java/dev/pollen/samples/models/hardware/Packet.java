// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.models.hardware;

/** What goes over the link: one value of each sensor. */
public final class Packet {
    private int first;
    private int second;

    Packet() {}

    Packet fill(int newFirst, int newSecond) {
        first = newFirst;
        second = newSecond;
        return this;
    }

    /**
     * What the packet says.
     *
     * @return the sum of both values
     */
    public int sum() {
        return first + second;
    }
}
