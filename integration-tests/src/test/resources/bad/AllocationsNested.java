// SPDX-License-Identifier: Apache-2.0
package bad;

import dev.pollen.Future;
import dev.pollen.annotations.AllowAllocation;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.NoAllocation;

/** A mark counts for the classes inside, up to the next mark. After the first class with errors javac generates no other. */
@NoAllocation
final class AllocationsNested {
    private AllocationsNested() {}

    @AllowAllocation
    @Async
    static Future<Object> accepted() {
        return Future.ready(new Object());
    }

    static Object ordinary() {
        return new Object();
    }

    @AllowAllocation
    static final class Accepted {
        private Accepted() {}

        @Async
        static Future<Object> inside() {
            return Future.ready(new Object());
        }
    }

    static final class Nested {
        private Nested() {}

        @Async
        static Future<Object> inside() {
            return Future.ready(new Object()); // POLLEN-037
        }
    }
}
