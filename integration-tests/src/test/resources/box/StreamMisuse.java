// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** What current() and next() say where there is nothing to give. */
// woven only
// expect: current() was called before next() was awaited; true; one; one
// expect: current() was called before next() was ready; current() was called before next() was awaited; make 1=1
// expect: false; current() was called after the end; false; current() was called after the end
// expect: current() was called before next() was awaited; true; one; one
// expect: current() was called before next() was ready; current() was called before next() was awaited; make 2=1
// expect: broken; current() was called after an exception; next() was called after an exception
// expect: current() was called after an exception -> value OK
// cancel 1: current() was called before next() was awaited; true; one; one
// cancel 1: current() was called before next() was ready; current() was called before next() was awaited; make 1=1
// cancel 1: cancel 1 -> cancelled
final class StreamMisuse {
    private StreamMisuse() {}

    @Async
    static AsyncStream<String> one(boolean fails) {
        emit("one");
        await(Leaf.of(1));
        if (fails) {
            throw new UnsupportedOperationException("broken");
        }
        return AsyncStream.end();
    }

    @Async
    static Future<Void> current(AsyncStream<String> stream) {
        try {
            log(stream.current());
        } catch (IllegalStateException e) {
            log(e.getMessage().substring(0, e.getMessage().indexOf(':')));
        }
        return Future.done();
    }

    @Async
    static Future<Void> next(AsyncStream<String> stream) {
        try {
            log(await(stream.next()));
        } catch (IllegalStateException e) {
            log(e.getMessage().substring(0, e.getMessage().indexOf(':')));
        } catch (UnsupportedOperationException e) {
            log(e.getMessage());
        }
        return Future.done();
    }

    @Async
    static Future<String> box() {
        for (int i = 0; i < 2; i++) {
            var stream = one(i == 1);
            await(current(stream));
            await(next(stream));
            await(current(stream));
            await(current(stream));
            var next = stream.next();
            await(current(stream));
            next.cancel();
            await(current(stream));
            await(next(stream));
            await(current(stream));
            await(next(stream));
            stream.cancel();
            await(current(stream));
        }
        return Future.ready("OK");
    }
}
