// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A method of an open class that awaits itself on this: each depth has its own frame, and so have subclasses. */
final class RecursiveWalk {
    private RecursiveWalk() {}

    record Tree(Tree left, int value, Tree right) {}

    static class Walk {
        final StringBuilder seen = new StringBuilder();

        @Async
        Future<Void> walk(Tree tree) {
            if (tree == null) {
                return Future.done();
            }
            await(walk(tree.left()));
            await(visit(tree));
            return walk(tree.right());
        }

        @Async
        Future<Void> visit(Tree tree) {
            seen.append(await(Leaf.of(tree.value())));
            return Future.done();
        }
    }

    static final class Counted extends Walk {
        private int depth;

        @Override
        @Async
        Future<Void> walk(Tree tree) {
            depth++;
            try {
                return Future.ready(await(super.walk(tree)));
            } finally {
                depth--;
            }
        }

        @Override
        @Async
        Future<Void> visit(Tree tree) {
            log("depth " + depth);
            await(super.visit(tree));
            return Future.done();
        }
    }

    @Async
    static Future<String> box() {
        Tree tree = new Tree(new Tree(null, 1, new Tree(null, 2, null)), 3, new Tree(new Tree(null, 4, null), 5, null));
        Walk plain = new Walk();
        Walk counted = new Counted();
        await(plain.walk(tree));
        await(counted.walk(tree));
        String r = plain.seen + " " + counted.seen;
        return Future.ready(r.equals("12345 12345") ? "OK" : r);
    }
}
