// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** String concatenation with awaits between its parts. */
final class Concatenation {
    private Concatenation() {}

    @Async
    static Future<String> box() {
        String s = null;
        char c = 'c';
        long l = 5;
        s = s + await(Leaf.of(1)) + c + await(Leaf.of("x")) + l + 1.5f + (s == null) + await(Leaf.of(true)) + '!';
        s += await(Leaf.of(2)) + await(Leaf.of(3));
        return Future.ready(s.equals("null1cx51.5truetrue!5") ? "OK" : s);
    }
}
