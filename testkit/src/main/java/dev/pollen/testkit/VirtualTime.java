// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit;

import java.math.BigDecimal;

/** Times of a virtual clock as text. */
final class VirtualTime {
    private static final int DECIMALS_OF_NANOS = 6;

    private VirtualTime() {}

    /** Milliseconds, with decimals where there are any: {@code 500 ms}, {@code 0.25 ms}. */
    static String text(long nanos) {
        BigDecimal millis = BigDecimal.valueOf(nanos, DECIMALS_OF_NANOS).stripTrailingZeros();
        return millis.toPlainString() + " ms";
    }
}
