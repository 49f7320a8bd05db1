// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** throw of what an await gives, of a conditional, and of null. */
final class ThrowStatements {
    private ThrowStatements() {}

    @Async
    static Future<RuntimeException> made(String text) {
        return Future.ready(new IllegalStateException(await(Leaf.of(text))));
    }

    @Async
    static Future<Void> thrower(int n) {
        switch (n) {
            case 0 -> throw await(made("zero"));
            case 1 -> throw n == await(Leaf.of(1)) ? await(made("one")) : new IllegalStateException("other");
            case 2 -> {
                RuntimeException none = await(Leaf.of((RuntimeException) null));
                throw none;
            }
            default -> {}
        }
        return Future.done();
    }

    @Async
    static Future<String> box() {
        String r = "";
        for (int i = 0; i < 4; i++) {
            try {
                await(thrower(i));
                r += await(Leaf.of("fine"));
            } catch (IllegalStateException | NullPointerException e) {
                r += e instanceof NullPointerException ? "null" : e.getMessage();
            }
        }
        return Future.ready(r.equals("zeroonenullfine") ? "OK" : r);
    }
}
