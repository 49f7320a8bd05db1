// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;
import static dev.pollen.futures.Futures.join;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** What next() gives, kept in variables, chosen between, joined. */
final class StreamNext {
    private StreamNext() {}

    @Async
    static AsyncStream<String> letters(String letters) {
        for (char c : letters.toCharArray()) {
            if (c != '-') {
                emit("" + c);
            } else {
                await(Leaf.of(c + ""));
            }
        }
        return AsyncStream.end();
    }

    @Async
    static Future<String> box() {
        var a = letters("a-bc");
        var b = letters("x-yz-");
        var next = a.next();
        log(next == a.next());
        log(await(next) + a.current());
        boolean turn = false;
        for (int i = 0; i < 3; i++) {
            log(await(turn ? a.next() : b.next()) + (turn ? a : b).current());
            turn = !turn;
        }
        var both = await(join(a.next(), b.next()));
        log(both.first().getAsBoolean() + " " + both.second().getAsBoolean());
        log(a.current() + b.current());
        while (await(a.next()) | await(b.next())) {
            log("more");
        }
        return Future.ready("OK");
    }
}
