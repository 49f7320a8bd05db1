// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Code that cannot complete normally: endless loops, throws on each path, loops that return in a nested block. */
final class AfterEndless {
    private AfterEndless() {}

    @Async
    static Future.OfInt search(int n) {
        for (int i = 0; ; i++) {
            while (true) {
                if (await(Leaf.of(i)) * i >= n) {
                    return Future.ready(i);
                }
                if (i % 2 == 0) {
                    break;
                }
                i++;
            }
        }
    }

    @Async
    static Future.OfInt never(int n) {
        do {
            if (await(Leaf.of(n++)) > 2) {
                throw new IllegalStateException("n" + n);
            }
        } while (true);
    }

    @Async
    static Future.OfInt neither(boolean first) {
        if (await(Leaf.of(first))) {
            throw new IllegalArgumentException("first");
        } else {
            try {
                throw new IllegalStateException("second");
            } finally {
                await(Leaf.nothing());
            }
        }
    }

    @Async
    static Future<String> box() {
        String r = "" + await(search(10));
        try {
            await(never(1));
        } catch (IllegalStateException e) {
            r += e.getMessage();
        }
        for (boolean first : new boolean[] {true, false}) {
            try {
                await(neither(first));
            } catch (IllegalArgumentException | IllegalStateException e) {
                r += e.getMessage();
            }
        }
        return Future.ready(r.equals("4n4firstsecond") ? "OK" : r);
    }
}
