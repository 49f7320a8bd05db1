// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.List;

class Port {
    @Async
    static Future<Void> send(int value) {
        return Future.done();
    }

    @Async
    static Future<Void> send(List<String> values, byte[][] raw) {
        return Future.done();
    }

    @Async
    static Future<Void> flush_now(int value) {
        return Future.done();
    }

    static Future<Void> flush_now() {
        return Future.done();
    }
}
