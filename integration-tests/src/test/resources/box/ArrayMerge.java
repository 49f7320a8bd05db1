// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Arrays of different types that meet, and loops over them. */
final class ArrayMerge {
    private ArrayMerge() {}

    record Model(String name) {}

    @Async
    static Future<Model> load(String name) {
        return Future.ready(new Model(await(Leaf.of(name))));
    }

    @Async
    static Future<String> box() {
        Model[] models = {await(load("a")), await(load("b"))};
        Object[] any = await(Leaf.of(true)) ? models : new String[] {"s"};
        Object anything = any.length == await(Leaf.of(2)) ? new int[] {4} : new long[] {5};
        StringBuilder text = new StringBuilder();
        for (Model model : models) {
            Model copy = await(load(model.name() + any.length));
            text.append(copy.name());
            any = new Integer[] {await(Leaf.of(7))};
        }
        CharSequence[][] deep = text.length() > await(Leaf.of(0)) ? new String[][] {{"x"}} : new StringBuilder[1][1];
        await(Leaf.nothing());
        text.append(any[0]).append(((int[]) anything)[0]).append(deep[0][0]);
        return Future.ready(text.toString().equals("a2b174x") ? "OK" : text.toString());
    }
}
