// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.ArrayList;
import java.util.List;

/** One slot of the stack frame that holds values of several types, one after the other. */
final class SlotReuse {
    private SlotReuse() {}

    @Async
    static Future<String> box() {
        String r = "";
        {
            int i = await(Leaf.of(1));
            await(Leaf.nothing());
            r += i;
        }
        {
            String s = await(Leaf.of("s"));
            await(Leaf.nothing());
            r += s;
        }
        {
            double d = await(Leaf.of(2.5));
            await(Leaf.nothing());
            r += d;
        }
        {
            float f = await(Leaf.of(3));
            Object o = await(Leaf.of((Object) "o"));
            await(Leaf.nothing());
            r += f + "" + o;
        }
        {
            long[] l = {await(Leaf.of(4L))};
            await(Leaf.nothing());
            r += l[0];
        }
        for (List<String> list = new ArrayList<>(); list.size() < 2; list.add(await(Leaf.of("e")))) {
            await(Leaf.nothing());
        }
        return Future.ready(r.equals("1s2.53.0o4") ? "OK" : r);
    }
}
