// SPDX-License-Identifier: Apache-2.0
package bad;

import dev.pollen.Future;
import dev.pollen.annotations.AllowAllocation;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.NoAllocation;

/** The mark of a method counts for its local classes. */
@AllowAllocation
final class AllocationsLocal {
    private AllocationsLocal() {}

    @NoAllocation
    static Object local() {
        class Local {
            @Async
            Future<Object> inside() {
                return Future.ready(new Object()); // POLLEN-037
            }
        }
        return new Local();
    }
}
