// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static box.support.Script.seen;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Emits where operands and unfinished objects are on the stack. */
// cancelled otherwise
final class StreamStack {
    private StreamStack() {}

    record Pair(Object a, long b) {}

    @Async
    static AsyncStream<Object> mixed(int n) {
        int value = seen(10)
                + switch (n) {
                    case 1 -> {
                        emit("one");
                        yield 1;
                    }
                    default -> {
                        emit(await(Leaf.of("other")));
                        emit(2.5);
                        yield n;
                    }
                };
        Pair pair = new Pair("a" + value, switch (value) {
            case 11 -> {
                emit(value);
                yield 5L;
            }
            default -> {
                try {
                    emit('x');
                    yield await(Leaf.of(6L));
                } finally {
                    emit("finally");
                }
            }
        });
        emit(pair);
        long[] array = {1, 2, 3};
        array[n % 3] += switch (n) {
            default -> {
                emit(array[1]);
                yield 100;
            }
        };
        emit("" + array[0] + array[1] + array[2]);
        return AsyncStream.end();
    }

    @Async
    static Future<String> box() {
        for (int n = 1; n < 3; n++) {
            var mixed = mixed(n);
            while (await(mixed.next())) {
                log(mixed.current());
            }
        }
        return Future.ready("OK");
    }
}
