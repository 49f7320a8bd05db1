// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** continue and break of outer loops run the finally blocks that they leave, with awaits in them. */
final class ContinueThroughFinally {
    private ContinueThroughFinally() {}

    @Async
    static Future<String> box() {
        String r = "";
        outer:
        for (int i = 0; await(Leaf.of(i)) < 4; i++) {
            int j = 0;
            while (true) {
                try {
                    if (i == 1) {
                        continue outer;
                    }
                    if (i == 3) {
                        break outer;
                    }
                    do {
                        try {
                            if (j++ == await(Leaf.of(1))) {
                                continue outer;
                            }
                        } finally {
                            r += await(Leaf.of("x"));
                        }
                    } while (j < 2);
                } finally {
                    r += await(Leaf.of("y" + i));
                }
            }
        }
        return Future.ready(r.equals("xxy0y1xxy2y3") ? "OK" : r);
    }
}
