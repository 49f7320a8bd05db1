// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A generator that consumes itself, with a bound: a tree in order. */
// cancel 5: make 1=2; 2; finally 2; make 2=4; 4; make 3=5; 5; finally 5; finally 4; make 4=6; 6; make 5=7
// cancel 5: cancel 5; finally 7; finally 8; finally 6 -> cancelled
final class StreamRecursion {
    private StreamRecursion() {}

    record Node(Node left, int value, Node right) {}

    static Node leaf(int value) {
        return new Node(null, value, null);
    }

    @Async(maxDepth = 3)
    static AsyncStream.OfInt inOrder(Node node) {
        try {
            if (node.left() != null) {
                var left = inOrder(node.left());
                while (await(left.next())) {
                    emit(left.currentAsInt());
                }
            }
            emit(await(Leaf.of(node.value())));
            if (node.right() != null) {
                var right = inOrder(node.right());
                while (await(right.next())) {
                    emit(right.currentAsInt());
                }
            }
        } finally {
            log("finally " + node.value());
        }
        return AsyncStream.OfInt.end();
    }

    @Async
    static Future<String> box() {
        Node tree = new Node(new Node(leaf(2), 4, leaf(5)), 6, new Node(leaf(7), 8, null));
        var values = inOrder(tree);
        int n = 0;
        while (await(values.next())) {
            n = n * 10 + values.currentAsInt();
            log(values.currentAsInt());
        }
        return Future.ready(n == 245_678 ? "OK" : "n " + n);
    }
}
