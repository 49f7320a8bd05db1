// SPDX-License-Identifier: Apache-2.0
package bytecode;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.select;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.time.Timer;

/**
 * What is never alive together shares a slot or a field of the frame; what is, does not. Parameters are fields, and so is a
 * variable that holds a future or a view over an await, beside the slot that it refers to.
 */
final class Sharing {
    private Sharing() {}

    // fields: 1 Timer
    // code: 1 tableswitch, 2 Timer.poll
    @Async
    static Future<Void> oneAfterTheOther() {
        await(Timer.afterMillis(1));
        await(Timer.afterMillis(2));
        return Future.done();
    }

    // fields: 1 int, 1 Timer
    @Async
    static Future<Void> eitherOr(boolean first) {
        if (first) {
            await(Timer.afterMillis(1));
        } else {
            await(Timer.afterMillis(2));
        }
        return Future.done();
    }

    // fields: 2 Timer, 1 Select2
    @Async
    static Future<Void> partsThatHaveEnded() {
        await(select(Timer.afterMillis(1), Timer.afterMillis(2)));
        await(Timer.afterMillis(3));
        await(select(Timer.afterMillis(4), Timer.afterMillis(5)));
        return Future.done();
    }

    // fields: 1 int, 2 Timer, 1 Select2
    @Async
    static Future.OfInt aValueThatIsReadBefore() {
        var r = await(select(Timer.afterMillis(1), Timer.afterMillis(2)));
        int index = r.index();
        await(Timer.afterMillis(3));
        return Future.ready(index);
    }

    // fields: 1 int, 3 Timer, 2 Select2
    @Async
    static Future.OfInt aValueThatIsReadLater() {
        var r = await(select(Timer.afterMillis(1), Timer.afterMillis(2)));
        await(Timer.afterMillis(3));
        return Future.ready(r.index());
    }

    // fields: 3 Timer, 1 Select2, 1 Join2
    @Async
    static Future<Void> combinatorsInEachOther() {
        await(join(select(Timer.afterMillis(1), Timer.afterMillis(2)), Timer.afterMillis(3)));
        await(join(Timer.afterMillis(4), select(Timer.afterMillis(5), Timer.afterMillis(6))));
        return Future.done();
    }

    // fields: 1 int, 1 Throwable, 1 Timer
    @Async
    static Future<Void> theCopiesOfAFinally(boolean early) {
        try {
            if (early) {
                return Future.done();
            }
            await(Timer.afterMillis(1));
        } finally {
            await(Timer.afterMillis(2));
        }
        return Future.done();
    }

    // fields: 1 Sharing_eitherOr, 1 Timer
    @Async
    static Future<Void> childrenOfOneMethod() {
        await(eitherOr(true));
        await(Timer.afterMillis(1));
        await(eitherOr(false));
        return Future.done();
    }

    // Each variable has a slot of its own: nobody can tell when a future that is not awaited is last used.
    // fields: 3 Sharing_eitherOr
    @Async
    static Future<Void> futuresInVariables() {
        var a = eitherOr(true);
        var b = eitherOr(false);
        await(a);
        await(b);
        return Future.done();
    }

    // fields: 1 long, 1 Timer
    // code: 1 tableswitch, 3 Timer.poll
    @Async
    static Future.OfLong variablesOfOneKind(long a) {
        await(Timer.afterMillis(a));
        long b = a * 2;
        await(Timer.afterMillis(b));
        long c = b * 2;
        await(Timer.afterMillis(c));
        return Future.ready(c);
    }

    // fields: 3 int, 1 Timer
    @Async
    static Future.OfInt smallKinds(boolean a, byte b, char c) {
        int n = a ? b : c;
        await(Timer.afterMillis(1));
        char d = (char) n;
        await(Timer.afterMillis(2));
        boolean e = d > 7;
        await(Timer.afterMillis(3));
        return Future.ready(e ? 1 : 0);
    }

    // fields: 1 Object, 1 Timer
    @Async
    static Future<String> referencesOfManyTypes(String s) {
        await(Timer.afterMillis(s.length()));
        byte[] bytes = s.getBytes();
        await(Timer.afterMillis(bytes.length));
        StringBuilder text = new StringBuilder().append(bytes.length);
        await(Timer.afterMillis(text.length()));
        return Future.ready(text.toString());
    }

    // fields: 1 int, 1 String, 1 Timer
    @Async
    static Future<Void> nothingIsKept(int a, String s) {
        System.out.println(a + s);
        await(Timer.afterMillis(1));
        return Future.done();
    }

    // fields: 1 int, 3 Timer, 1 Select2, 1 Borrowed
    @Async
    static Future.OfInt borrowed() {
        int n = 0;
        var late = Timer.afterMillis(50);
        while (!await(select(borrow(late), Timer.afterMillis(9))).isFirst()) {
            n++;
        }
        return Future.ready(n);
    }
}
