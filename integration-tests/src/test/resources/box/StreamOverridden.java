// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Generators that can be overridden: the object decides which one runs. */
final class StreamOverridden {
    private StreamOverridden() {}

    static class Base {
        @Async
        AsyncStream<String> parts() {
            emit("base " + await(Leaf.of(1)));
            return AsyncStream.end();
        }
    }

    static class Derived extends Base {
        @Async
        @Override
        AsyncStream<String> parts() {
            var above = super.parts();
            while (await(above.next())) {
                emit("derived " + above.current());
            }
            emit("derived");
            return AsyncStream.end();
        }
    }

    interface Source<T> {
        AsyncStream<T> source();
    }

    static final class Letters implements Source<String> {
        @Async
        @Override
        public AsyncStream<String> source() {
            emit("a");
            emit("b");
            return AsyncStream.end();
        }
    }

    @Async
    static Future<String> box() {
        Base[] all = {new Base(), new Derived()};
        for (Base base : all) {
            var parts = base.parts();
            while (await(parts.next())) {
                log(parts.current());
            }
        }
        Source<String> source = new Letters();
        var letters = source.source(); // not in the report: the interface has no mark
        while (await(letters.next())) {
            log(letters.current());
        }
        return Future.ready("OK");
    }
}
