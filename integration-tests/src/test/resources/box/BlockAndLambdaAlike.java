// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.AsyncBlock;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.Supplier;

/** An ordinary lambda that says the same as a block still runs when it is called. */
final class BlockAndLambdaAlike {
    private BlockAndLambdaAlike() {}

    private static int runs;

    private static Future<String> run() {
        log("run");
        runs++;
        return Future.ready("r");
    }

    private static AsyncBlock<String, RuntimeException> plain() {
        return () -> run();
    }

    @Async
    static Future<String> box() {
        runs = 0;
        Future<String> block = async(() -> run());
        Supplier<Future<String>> supplier = () -> run();
        boolean lazy = runs == 0;
        supplier.get();
        plain().run();
        boolean eager = runs == 2;
        String r = await(block) + await(async(() -> run())) + await(Leaf.of(runs));
        return Future.ready(lazy && eager && r.equals("rr4") ? "OK" : r);
    }
}
