// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.Supplier;

/** Local and anonymous classes that capture variables assigned by awaits, with awaits in their constructors' calls. */
final class LocalClassCaptures {
    private LocalClassCaptures() {}

    abstract static class Step {
        abstract int next(int n);
    }

    @Async
    static Future<String> work(final int parameter, long wide) {
        int a = await(Leaf.of(2));
        final String text;
        if (a > 1) {
            text = await(Leaf.of("text"));
        } else {
            text = "none";
        }
        class Local extends Step {
            private final int base;

            Local(int base) {
                this.base = base + a;
            }

            Local() {
                this(parameter);
            }

            @Override
            int next(int n) {
                return base + n + text.length() + (int) wide;
            }
        }
        Step first = new Local(await(Leaf.of(100)));
        Step second = new Step() {
            private int calls;

            @Override
            int next(int n) {
                return first.next(n) + new Local().next(calls++);
            }
        };
        int r = second.next(await(Leaf.of(1))) + second.next(await(Leaf.of(2)));
        Supplier<Local> made = Local::new;
        await(Leaf.nothing());
        return Future.ready(text + r + made.get().next(0));
    }

    @Async
    static Future<String> box() {
        String r = await(work(7, 1000L));
        return Future.ready(r.equals("text42421013") ? "OK" : r);
    }
}
