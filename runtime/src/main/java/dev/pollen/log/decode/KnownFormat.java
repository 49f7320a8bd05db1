// SPDX-License-Identifier: Apache-2.0
package dev.pollen.log.decode;

import java.util.List;

/**
 * A format that a decoder knows.
 *
 * @param text its text
 * @param places where it stands in the source, for example {@code Radio.java:12}; empty if that is not known
 */
public record KnownFormat(String text, List<String> places) {
    /**
     * Copies the list.
     *
     * @param text its text
     * @param places where it stands in the source
     */
    public KnownFormat {
        places = List.copyOf(places);
    }
}
