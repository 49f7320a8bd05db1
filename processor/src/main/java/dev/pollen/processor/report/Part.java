// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.report;

import java.util.List;

/**
 * An object that is made with a frame, and those that are made with it.
 *
 * @param type internal name of its class
 * @param name its class or, for a frame, its method, for people
 * @param own bytes of the object itself
 * @param parts what is made with it
 * @param open whether more may be made for it later
 * @param bytes bytes of all of it; {@link Long#MAX_VALUE} for more than that
 */
public record Part(String type, String name, long own, List<Part> parts, boolean open, long bytes) {
    /** Copies the list. */
    public Part {
        parts = List.copyOf(parts);
    }

    static Part of(String type, String name, long own, List<Part> parts, boolean open) {
        return new Part(type, name, own, parts, open, sum(own, bytes(parts)));
    }

    /** Bytes of some parts. */
    static long bytes(List<Part> parts) {
        return parts.stream().mapToLong(Part::bytes).reduce(0, Part::sum);
    }

    private static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /**
     * Whether more may be made later, here or further down.
     *
     * @return true for a call whose receivers' classes are not known
     */
    public boolean isOpen() {
        return open || parts.stream().anyMatch(Part::isOpen);
    }
}
