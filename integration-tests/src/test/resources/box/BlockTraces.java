// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Exceptions of blocks have the line and the method that threw them; a block says where it waits. */
final class BlockTraces {
    private BlockTraces() {}

    @Async
    static Future<String> box() {
        try {
            await(async(() -> {
                await(Leaf.nothing());
                throw new IllegalStateException("mine");
            }));
        } catch (IllegalStateException e) {
            if (e instanceof RuntimeException && !"mine".equals(e.getMessage())) {
                throw e;
            }
            StackTraceElement top = e.getStackTrace()[0];
            boolean good = top.getMethodName().startsWith("lambda$box$0") && top.getClassName().equals("box.BlockTraces");
            return Future.ready(good ? "OK" : "" + top);
        }
        return Future.ready("no exception");
    }
}
