// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** An abstract class whose async method awaits the steps that its subclasses fill in. */
final class AbstractDispatch {
    private AbstractDispatch() {}

    abstract static class Recipe {
        @Async
        protected abstract Future<Void> prepare(String what, long grams);

        @Async
        protected Future.OfLong bake(long minutes) {
            log("bake " + minutes);
            await(Leaf.nothing());
            return Future.ready(minutes);
        }

        @Async
        Future<String> cook(String what) {
            await(prepare(what, 7L));
            long time = await(bake(40L));
            return Future.ready(what + " " + time);
        }
    }

    static class Bread extends Recipe {
        @Override
        @Async
        protected Future<Void> prepare(String what, long grams) {
            log(what + " " + grams);
            await(Leaf.nothing());
            return Future.done();
        }
    }

    static class Cake extends Bread {
        @Override
        @Async
        protected Future<Void> prepare(String what, long grams) {
            await(super.prepare(what, grams + 1));
            log("sugar");
            return Future.done();
        }

        @Override
        @Async
        protected Future.OfLong bake(long minutes) {
            return Future.ready(await(super.bake(minutes / 2)) + 1);
        }
    }

    @Async
    static Future<String> box() {
        String all = "";
        for (Recipe recipe : new Recipe[] {new Bread(), new Cake(), new Bread()}) {
            all += await(recipe.cook("dough")) + ",";
        }
        return Future.ready(all.equals("dough 40,dough 21,dough 40,") ? "OK" : all);
    }
}
