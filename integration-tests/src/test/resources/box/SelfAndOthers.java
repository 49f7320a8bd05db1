// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Instance methods that await methods of this, of others and of themselves' fields, and change this meanwhile. */
final class SelfAndOthers {
    private final String name;
    private SelfAndOthers next;
    private int visits;

    SelfAndOthers(String name, SelfAndOthers next) {
        this.name = name;
        this.next = next;
    }

    @Async
    private Future.OfInt visit(int n) {
        visits += n;
        int before = visits;
        await(Leaf.of(name));
        return Future.ready(before * 10 + visits);
    }

    @Async
    private Future<String> walk() {
        String r = "";
        for (SelfAndOthers s = this; s != null; s = s.next) {
            r += s.name + await(s.visit(1)) + await(this.visit(await(next.visit(2)))) + " ";
            if (s.next == null && await(Leaf.of(r.length() < 20))) {
                s.next = new SelfAndOthers("new", null);
            }
        }
        return Future.ready(r + visits + next.visits);
    }

    @Async
    static Future<String> box() {
        String r = await(new SelfAndOthers("a", new SelfAndOthers("b", null)).walk());
        return Future.ready(r.equals("a11253 b33858 new111705 1557") ? "OK" : r);
    }
}
