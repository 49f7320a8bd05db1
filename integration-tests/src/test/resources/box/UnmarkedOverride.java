// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Overrides without the mark are ordinary methods, and are not passed by: in named, local and anonymous classes. */
final class UnmarkedOverride {
    private UnmarkedOverride() {}

    static class Base<T> {
        @Async
        Future.OfInt size(T of) {
            log("base " + of);
            return Future.ready(await(Leaf.of(1)));
        }

        @Async
        Future.OfInt twice(T of) {
            return Future.ready(await(size(of)) + await(size(of)));
        }
    }

    static class Plain extends Base<String> {
        @Override
        Future.OfInt size(String of) {
            log("plain " + of);
            return Leaf.of(of.length());
        }
    }

    /** Marked again, below one that is not. */
    static class Again extends Plain {
        @Override
        @Async
        Future.OfInt size(String of) {
            log("again");
            return Future.ready(await(super.size(of)) + 10);
        }
    }

    abstract static class Reopened extends Base<String> {
        @Override
        abstract Future.OfInt size(String of);
    }

    interface Sizes {
        @Async
        default Future.OfInt of(int n) {
            return Future.ready(await(Leaf.of(n)));
        }
    }

    interface Doubled extends Sizes {
        @Override
        Future.OfInt of(int n);
    }

    @Async
    static Future<String> box() {
        class Local extends Base<String> {
            @Override
            Future.OfInt size(String of) {
                log("local");
                return Leaf.of(4);
            }
        }
        Base<String> anonymous = new Base<>() {
            @Override
            Future.OfInt size(String of) {
                log("anonymous");
                return Leaf.of(5);
            }
        };
        Base<String> reopened = new Reopened() {
            @Override
            Future.OfInt size(String of) {
                log("reopened");
                return Leaf.of(6);
            }
        };
        int sum = 0;
        for (Base<String> b : java.util.List.of(new Base<String>(), new Plain(), new Again(), new Local(), anonymous, reopened)) {
            sum = sum * 3 + await(b.twice("ab"));
        }
        Doubled doubled = n -> Leaf.of(2 * n);
        Sizes sizes = doubled;
        sum = sum * 3 + await(sizes.of(21)) + await(doubled.of(1));
        return Future.ready(sum == (((((2 * 3 + 4) * 3 + 24) * 3 + 8) * 3 + 10) * 3 + 12) * 3 + 44 ? "OK" : "sum " + sum);
    }
}
