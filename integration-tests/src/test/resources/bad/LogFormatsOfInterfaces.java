// SPDX-License-Identifier: Apache-2.0
package bad;

import dev.pollen.log.Log;

/** A log line in an interface without async code. */
interface LogFormatsOfInterfaces {
    /** Logs. */
    default void log() {
        Log.info("{}"); // POLLEN-039
    }
}
