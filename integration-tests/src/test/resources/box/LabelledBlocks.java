// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Labels on blocks, if and try statements, left from within. */
final class LabelledBlocks {
    private LabelledBlocks() {}

    @Async
    static Future<String> classify(int n) {
        StringBuilder text = new StringBuilder();
        outer:
        {
            inner:
            if (await(Leaf.of(n)) > 0) {
                if (n == 1) {
                    break inner;
                }
                text.append('a');
                guarded:
                try {
                    if (await(Leaf.of(n)) == 2) {
                        break guarded;
                    }
                    if (n == 3) {
                        break outer;
                    }
                    text.append('b');
                } finally {
                    text.append(await(Leaf.of("f")));
                }
                text.append('c');
            }
            text.append('d');
        }
        return Future.ready(text.toString());
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (int i = 0; i < 5; i++) {
            r += await(classify(i)) + ".";
        }
        return Future.ready(r.equals("d.d.afcd.af.abfcd.") ? "OK" : r);
    }
}
