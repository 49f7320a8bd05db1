// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chains of calls with awaits among the arguments of each link, and streams over awaited values. */
final class FluentCalls {
    private FluentCalls() {}

    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private Builder inner;

        Builder add(Object o) {
            text.append(o);
            return this;
        }

        Builder with(Builder other) {
            inner = other;
            return this;
        }

        @Async
        Future<Builder> addLater(int n) {
            return Future.ready(add(await(Leaf.of(n))));
        }

        String build() {
            return text + (inner == null ? "" : "(" + inner.build() + ")");
        }
    }

    @Async
    static Future<String> box() {
        Builder builder =
                new Builder().add(await(Leaf.of("a"))).add(1).with(new Builder().add(await(Leaf.of(2)))).add('c');
        String r = builder.build();
        r += await(await(await(new Builder().addLater(3)).add("d").addLater(4)).addLater(5)).build();
        int factor = await(Leaf.of(3));
        List<Integer> list = await(Leaf.of(List.of(4, 5, 6)));
        r += list.stream()
                .filter(n -> n != 5)
                .map(n -> n * factor)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        r += IntStream.range(0, await(Leaf.of(4))).map(n -> n + factor).sum();
        r += Optional.of(await(Leaf.of("o"))).map(s -> s + factor).orElse("none");
        return Future.ready(r.equals("a1c(2)3d4512,1818o3") ? "OK" : r);
    }
}
