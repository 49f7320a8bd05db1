// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.yieldNow;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A turn for the others, wherever an await can stand: it has no future, and saves what any other await does. */
// cancelled otherwise
// cancel 1: finally 3 -> cancelled
// cancel 2: in try 3; make 1=first; cancel 1; finally 3 -> cancelled
final class Yields {
    private Yields() {}

    @Async
    static Future<Void> returned() {
        return yieldNow();
    }

    @Async
    static Future<String> guarded(int n) {
        String text = "";
        try {
            await(yieldNow());
            log("in try " + n);
            text += await(Leaf.of("first"));
            await(yieldNow());
            if (n > 2) {
                throw new IllegalArgumentException("thrown");
            }
        } catch (IllegalArgumentException e) {
            await(yieldNow());
            text += e.getMessage();
        } finally {
            log("finally " + n);
            await(yieldNow());
            log("finally again " + n);
        }
        return Future.ready(text);
    }

    @Async
    static Future<String> counted(int n) {
        long product = 1;
        double half = 0.5;
        String text = "";
        for (int i = 1; i <= n; i++) {
            product *= i;
            await(yieldNow());
            text += await(Leaf.of(i));
            if (i % 2 == 0) {
                await(i > 3 ? yieldNow() : Leaf.nothing());
                continue;
            }
            half += product;
            await(yieldNow());
        }
        return Future.ready(text + product + half);
    }

    static String text(Object first, int second) {
        return first + "," + second;
    }

    @Async
    static Future<String> under(int n) {
        int[] numbers = {n, n + 1};
        numbers[await(Leaf.of(0))] += numbers[1] + Boolean.compare(await(yieldNow()) == null, false);
        StringBuilder made = new StringBuilder(text(await(yieldNow()), numbers[0]));
        Future<Void> kept = yieldNow();
        made.append(await(async(() -> {
            await(yieldNow());
            await(kept);
            return Future.ready("block");
        })));
        Void nothing =
                switch (n) {
                    case 1 -> await(yieldNow());
                    default -> throw new IllegalStateException();
                };
        await(
                yieldNow());
        return Future.ready(made.append(nothing).toString());
    }

    @Async
    static Future<String> box() {
        String text = await(guarded(3));
        await(returned());
        text += await(guarded(1)) + await(counted(5)) + await(under(1));
        return Future.ready(
                text.equals("firstthrownfirst12345120127.5null,4blocknull") ? "OK" : text);
    }
}
