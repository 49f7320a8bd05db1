// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.List;

class Old {
    @Deprecated
    static class Wire {}

    @Async
    static Future<List<Wire>> open(Wire wire) {
        return Future.done() == null ? Future.ready(List.of(wire)) : Future.ready(null);
    }
}
