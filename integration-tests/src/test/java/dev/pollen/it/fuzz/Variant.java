// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.fuzz;

import java.util.List;

/** How a batch is built; it follows from the seed. */
enum Variant {
    SLOTS(true, "-g"),
    HEAP(false, "-g:none", "-XDstringConcat=inline"),
    DEBUG(true, "-g", "-Apollen.debug=true", "-XDstringConcat=inline"),
    BARE(true, "-g:none");

    /** How many seeds in a row are built alike. */
    static final int BATCH = 100;

    private final boolean placed;
    private final List<String> options;

    Variant(boolean placed, String... options) {
        this.placed = placed;
        this.options = List.of(options);
    }

    static Variant of(long seed) {
        return values()[(int) (seed / BATCH % values().length)];
    }

    /** Whether leaves are made in slots of frames. */
    boolean isPlaced() {
        return placed;
    }

    List<String> options() {
        return options;
    }
}
