// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.select;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** The loser of a select is a call that can be overridden: its receiver's frame unwinds. */
// woven only
// expect: make 1=quick; make 2=slow; make 3=slow; cancel 3; finally slow; first: false
// expect: make 4=lambda; make 5=quick; cancel 5; first: true
// expect: make 6=quick; make 7=slow; make 8=slow; cancel 8; finally slow; first: false -> value OK
final class DispatchInSelect {
    private DispatchInSelect() {}

    interface Job {
        @Async
        Future<String> run(String name);
    }

    static final class Slow implements Job {
        @Override
        @Async
        public Future<String> run(String name) {
            try {
                await(Leaf.of(name));
                return Future.ready(await(Leaf.of(name)));
            } finally {
                log("finally " + name);
            }
        }
    }

    @Async
    static Future<Void> race(Job job, String name) {
        var r = await(select(job.run(name), Leaf.of("quick")));
        log("first: " + r.isFirst());
        return Future.done();
    }

    @Async
    static Future<String> box() {
        await(race(new Slow(), "slow"));
        await(race(name -> Leaf.of(name), "lambda"));
        await(race(new Slow(), "slow"));
        return Future.ready("OK");
    }
}
