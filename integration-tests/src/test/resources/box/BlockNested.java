// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Blocks within blocks, to three levels, each with captures of those around it. */
final class BlockNested {
    private BlockNested() {}

    @Async
    static Future<String> box() {
        String r = await(async(() -> {
            String a = await(Leaf.of("a"));
            String inner = await(async(() -> {
                String b = a + await(Leaf.of("b"));
                int n = await(asyncInt(() -> {
                    log("deep " + a + b);
                    return Future.ready(await(Leaf.of(b.length())) + a.length());
                }));
                return Future.ready(b + n);
            }));
            return async(() -> Future.ready(inner + await(Leaf.of("c"))));
        }));
        return Future.ready(r.equals("ab3c") ? "OK" : r);
    }
}
