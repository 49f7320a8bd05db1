// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.check;
import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A generator and its consumer take turns: the body runs from emit to emit while next() is awaited. */
// expect: made; begin; make 1=w0; emit 0; make 2=1; on 0; make 3=w1; emit 1; make 4=1; on 1; make 5=w2; emit 2
// expect: make 6=1; on 2; end -> value OK
// cancel 1: made; begin; make 1=w0; cancel 1 -> cancelled
final class Streams {
    private Streams() {}

    @Async
    static AsyncStream<String> words(int count) {
        log("begin");
        for (int i = 0; i < count; i++) {
            String word = await(Leaf.of("w" + i));
            log("emit " + i);
            emit(word);
            log("on " + i);
        }
        log("end");
        return AsyncStream.end();
    }

    @Async
    static Future<String> box() {
        var words = words(3);
        log("made");
        StringBuilder all = new StringBuilder();
        while (await(words.next())) {
            check(words.current() == words.current());
            all.append(words.current());
            all.append(await(Leaf.of(1)));
        }
        check(!await(words.next()));
        return Future.ready(all.toString().equals("w01w11w21") ? "OK" : "got " + all);
    }
}
