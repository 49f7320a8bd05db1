// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;
import static dev.pollen.futures.Futures.join;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.List;

/** A sealed tree that is walked by recursion in a join, one class of which consumes a generator of further nodes. */
// woven only
final class RecursionInJoin {
    private RecursionInJoin() {}

    sealed interface Node permits Value, Pair, All {
        @Async(maxDepth = 5)
        Future.OfInt sum(int depth);
    }

    record Value(int value) implements Node {
        @Override
        @Async
        public Future.OfInt sum(int depth) {
            return Future.ready(await(Leaf.of(value)) + depth);
        }
    }

    record Pair(Node left, Node right) implements Node {
        @Override
        @Async
        public Future.OfInt sum(int depth) {
            try {
                var both = await(join(left.sum(depth + 1), right.sum(depth + 1)));
                int sum = both.first().getAsInt() + both.second().getAsInt();
                return Future.ready(sum + await(Leaf.of(0)));
            } finally {
                log("pair " + depth);
            }
        }
    }

    record All(List<Node> nodes) implements Node {
        @Async
        AsyncStream<Node> each() {
            for (Node node : nodes) {
                await(Leaf.nothing());
                emit(node);
            }
            return AsyncStream.end();
        }

        @Override
        @Async
        public Future.OfInt sum(int depth) {
            var each = each();
            int sum = 0;
            while (await(each.next())) {
                sum += await(each.current().sum(depth + 1));
            }
            return Future.ready(sum);
        }
    }

    @Async
    static Future<String> box() {
        Node inner = new All(List.of(new Value(1), new Pair(new Value(2), new Value(3))));
        int sum = await(new Pair(inner, new Pair(new Value(4), new All(List.of()))).sum(0));
        return Future.ready(sum == 1 + 2 + 3 + 4 + 2 + 3 + 3 + 2 ? "OK" : "sum " + sum);
    }
}
