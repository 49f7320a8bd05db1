// SPDX-License-Identifier: Apache-2.0
package bad;

import dev.pollen.log.Log;

/** Log lines in the body of a constant; those of the class itself are found when this one is right. */
enum LogFormatsOfConstants {
    ONE {
        @Override
        void log() {
            Log.info("{} {}", this); // POLLEN-039
        }
    };

    abstract void log();

    static void later() {
        Log.info("{}");
    }
}
