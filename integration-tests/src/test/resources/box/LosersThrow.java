// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.Arrays;

/** A loser that throws while it unwinds: all losers are cancelled first, the exception leaves from the await. */
// woven only
// expect: make 1=quick; make 2=first; make 3=second; cancel 2; finally first; cancel 3; finally second
// expect: first suppressing [java.lang.IllegalStateException: second]
// expect: make 4=quick; make 5=third; cancel 5; finally third; third
// expect: make 6=fourth; make 7=fifth; make 8=nothing; leaf fails; cancel 8; finally fifth
// expect: fourth suppressing [java.lang.IllegalStateException: fifth] -> value OK
// cancel 1: make 1=quick; make 2=first; make 3=second; cancel 1; cancel 2; finally first; cancel 3; finally second
// cancel 1: first suppressing [java.lang.IllegalStateException: second]
// cancel 1: make 4=quick; make 5=third; cancel 4; cancel 5; finally third; third
// cancel 1: make 6=fourth; make 7=fifth; cancel 6; leaf fails; cancel 7; finally fifth
// cancel 1: fourth suppressing [java.lang.IllegalStateException: fifth] -> cancelled
final class LosersThrow {
    private LosersThrow() {}

    @Async
    static Future<String> loser(String name) {
        try {
            await(Leaf.of(name));
            await(Leaf.nothing());
            return Future.ready(name);
        } finally {
            log("finally " + name);
            fail(name);
        }
    }

    @Async
    static Future<String> fails(String name) {
        try {
            return Future.ready(await(Leaf.of(name)));
        } finally {
            log("leaf fails");
            fail(name);
        }
    }

    private static void fail(String name) {
        throw new IllegalStateException(name);
    }

    @Async
    static Future<String> box() {
        try {
            var r = await(select(Leaf.of("quick"), loser("first"), loser("second")));
            log("index " + r.index());
        } catch (IllegalStateException e) {
            log(e.getMessage() + " suppressing " + Arrays.toString(e.getSuppressed()));
        }
        try {
            var r = await(select(Leaf.of("quick"), loser("third")));
            log("index " + r.index());
        } catch (IllegalStateException e) {
            log(e.getMessage());
        }
        try {
            var r = await(join(fails("fourth"), loser("fifth")));
            log(r.first().get());
        } catch (IllegalStateException e) {
            log(e.getMessage() + " suppressing " + Arrays.toString(e.getSuppressed()));
        }
        return Future.ready("OK");
    }
}
