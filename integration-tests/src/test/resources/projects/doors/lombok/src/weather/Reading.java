// SPDX-License-Identifier: Apache-2.0
package weather;

import lombok.Value;

/** A measured temperature. */
@Value
class Reading {
    String station;
    int celsius;
}
