// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Awaits in close() and in finally, all the ways out: each resource is closed once, the last one first. */
final class ResourcesUnwound {
    private ResourcesUnwound() {}

    private static final class Resource implements AutoCloseable {
        private final String name;

        Resource(String name) {
            this.name = name;
            log("open " + name);
        }

        @Override
        public void close() {
            log("close " + name);
        }
    }

    @Async
    static Future<Resource> open(String name) {
        await(Leaf.of(name));
        return Future.ready(new Resource(name));
    }

    @Async
    static Future<Integer> sum(int[] values) {
        int sum = 0;
        outer:
        for (int value : values) {
            try (Resource a = await(open("a" + value));
                    Resource b = new Resource("b" + await(Leaf.of(value)))) {
                try {
                    sum += await(Leaf.of(value));
                    if (value == 2) {
                        continue outer;
                    }
                    if (value == 3) {
                        break;
                    }
                } finally {
                    log("inner " + a.name + b.name);
                    await(Leaf.nothing());
                    log("inner done");
                }
            } finally {
                log("outer " + value);
            }
        }
        return Future.of(sum);
    }

    @Async
    static Future<String> box() {
        try (Resource all = new Resource("all")) {
            return Future.ready(await(sum(new int[] {1, 2, 3, 4})) == 6 ? "OK" : all.name);
        }
    }
}
