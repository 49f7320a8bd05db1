// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Switches over char, byte, short and their boxes. */
final class SmallSwitches {
    private SmallSwitches() {}

    @Async
    static Future<String> box() {
        String r = "";
        for (char c : "ab\u20ac".toCharArray()) {
            switch ((char) await(Leaf.of(c))) {
                case 'a':
                    r += await(Leaf.of("A"));
                    break;
                case '\u20ac':
                    r += "E";
                    break;
                default:
                    r += await(Leaf.of(c));
            }
        }
        byte b = (byte) await(Leaf.of(200));
        r += switch (b) {
            case -56 -> await(Leaf.of("byte"));
            default -> "no";
        };
        short s = -1;
        r += switch (s) {
            case -1 -> await(Leaf.of(1L));
            case Short.MAX_VALUE -> 2;
            default -> 3.5f;
        };
        Character boxed = await(Leaf.of('x'  == 'x' ? (Character) 'q' : null));
        r += switch (boxed) {
            case 'q' -> 'Q';
            default -> await(Leaf.of(0));
        };
        Integer none = null;
        try {
            switch (await(Leaf.of(none))) {
                case 1:
                    r += "one";
            }
        } catch (NullPointerException e) {
            r += "null";
        }
        return Future.ready(r.equals("A98Ebyte1.081null") ? "OK" : r);
    }
}
