// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.RecursionException;
import dev.pollen.annotations.Async;

/** A recursion through calls that can be overridden ends at the bound of the method that is called. */
// woven only
// expect: make 1=leaf; OK
// expect: box.TooDeepDispatch.Node.visit(String) awaits itself more than 3 deep: box.TooDeepDispatch.box() -> box.TooDeepDispatch.Link.visit(String) -> box.TooDeepDispatch.Link.visit(String) -> box.TooDeepDispatch.Link.visit(String) -> box.TooDeepDispatch.Node.visit(String); raise maxDepth of its @Async, or write a loop
// expect: make 2=leaf; OK -> value OK
final class TooDeepDispatch {
    private TooDeepDispatch() {}

    interface Node {
        @Async(maxDepth = 3)
        Future<String> visit(String name);
    }

    record Link(Node next) implements Node {
        @Override
        @Async
        public Future<String> visit(String name) {
            return Future.ready(await(next.visit(name)));
        }
    }

    record End() implements Node {
        @Override
        @Async
        public Future<String> visit(String name) {
            await(Leaf.of(name));
            return Future.ready("OK");
        }
    }

    @Async
    static Future<String> box() {
        log(await(new Link(new Link(new End())).visit("leaf")));
        Node three = new Link(new Link(new End()));
        try {
            Node four = new Link(three);
            await(four.visit("leaf"));
            log("no exception");
        } catch (RecursionException tooDeep) {
            log(tooDeep.getMessage());
        }
        log(await(three.visit("leaf")));
        return Future.ready("OK");
    }
}
