// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.function.IntSupplier;

/** Locals of every kind over an emit: parameters that change, wide ones, captured ones, null. */
// woven only
// expect: 2; make 1=!; c!; 17179869184; null; 2.5; anonymous 2322y -> value OK
// cancel 1: 2; make 1=!; cancel 1 -> cancelled
final class StreamLocals {
    private StreamLocals() {}

    @Async
    static AsyncStream<Object> locals(int a, long b, String c, double d, Object... rest) {
        Object nothing = null;
        final int captured = a * 2;
        IntSupplier before = () -> captured;
        emit(before.getAsInt());
        a++;
        b <<= 33;
        c += await(Leaf.of("!"));
        emit(c);
        IntSupplier after = () -> captured + 1;
        d /= 2;
        String[] array = {c, null};
        emit(b);
        nothing = nothing == null ? array[1] : "not null";
        emit(nothing);
        var anonymous = new Object() {
            String text() {
                return "anonymous " + captured;
            }
        };
        emit(d);
        emit(anonymous.text() + after.getAsInt() + a + rest.length + rest[rest.length - 1]);
        return AsyncStream.end();
    }

    @Async
    static Future<String> box() {
        var locals = locals(1, 2L, "c", 5.0, "x", "y");
        while (await(locals.next())) {
            log(locals.current());
        }
        return Future.ready("OK");
    }
}
