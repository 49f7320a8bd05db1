// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Receivers whose classes the method names, and one that it does not name. */
final class Implementations {
    private Implementations() {}

    interface Filter<T> {
        @Async(implementations = {Trim.class, Upper.class, Lower.class})
        Future<T> apply(T text);
    }

    static final class Trim implements Filter<String> {
        @Override
        @Async
        public Future<String> apply(String text) {
            return Future.ready(await(Leaf.of(text)).trim());
        }
    }

    static class Upper implements Filter<String> {
        @Override
        @Async
        public Future<String> apply(String text) {
            return Future.ready(await(Leaf.of(text)).toUpperCase(java.util.Locale.ROOT));
        }
    }

    static final class Lower extends Upper {
        @Override
        @Async
        public Future<String> apply(String text) {
            return Future.ready(await(super.apply(text)).toLowerCase(java.util.Locale.ROOT) + await(Leaf.of("-")));
        }
    }

    static final class Unknown implements Filter<String> {
        @Override
        @Async
        public Future<String> apply(String text) {
            return Future.ready(await(Leaf.of(text)) + "?");
        }
    }

    @Async
    static Future<String> box() {
        Filter<?>[] filters = {new Trim(), new Upper(), new Unknown(), new Lower(), new Trim()};
        String text = " a ";
        for (Filter<?> filter : filters) {
            @SuppressWarnings("unchecked")
            Filter<String> texts = (Filter<String>) filter;
            text = await(texts.apply(text));
        }
        return Future.ready(text.equals("a?-") ? "OK" : text);
    }
}
