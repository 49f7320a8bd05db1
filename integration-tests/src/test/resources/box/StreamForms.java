// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.check;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Streams of each form, and every type of value that emit takes. */
final class StreamForms {
    private StreamForms() {}

    @Async
    static AsyncStream<Object> boxed(boolean z, byte b, short s, char c, int i, long l, float f, double d) {
        emit(z);
        emit(b);
        emit(s);
        emit(c);
        emit(i);
        emit(l);
        emit(f);
        emit(d);
        emit("text");
        emit(null);
        emit(await(Leaf.of(12L)));
        emit(await(Leaf.of(true)));
        return AsyncStream.end();
    }

    @Async
    static AsyncStream.OfInt ints(Integer boxed) {
        emit(await(Leaf.of(1)));
        emit('a');
        emit((short) 3);
        emit((byte) 4);
        emit(boxed);
        return AsyncStream.OfInt.end();
    }

    @Async
    static AsyncStream.OfLong longs(Long boxed, Integer small) {
        emit(1);
        emit(1L << 40);
        emit(boxed);
        emit(small);
        emit(await(Leaf.of(7L)));
        return AsyncStream.OfLong.end();
    }

    @Async
    static AsyncStream.OfDouble doubles(Double boxed) {
        emit(1);
        emit(2L);
        emit(0.5f);
        emit(await(Leaf.of(0.25)));
        emit(boxed);
        return AsyncStream.OfDouble.end();
    }

    @Async
    static Future<String> box() {
        String all = "";
        var boxed = boxed(true, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7d);
        while (await(boxed.next())) {
            Object value = boxed.current();
            all += value + (value == null ? "" : value.getClass().getSimpleName().substring(0, 2)) + " ";
        }
        check(all.equals("trueBo 1By 2Sh cCh 4In 5Lo 6.0Fl 7.0Do textSt null 12Lo trueBo "));
        var ints = ints(5);
        int n = 0;
        while (await(ints.next())) {
            n = n * 10 + ints.currentAsInt() % 97;
            check(ints.current() == ints.currentAsInt());
        }
        check(n == 10_345);
        var longs = longs(1L << 50, 3);
        long sum = 0;
        while (await(longs.next())) {
            sum += longs.currentAsLong();
        }
        check(sum == 1 + (1L << 40) + (1L << 50) + 3 + 7);
        var doubles = doubles(8.0);
        double total = 0;
        while (await(doubles.next())) {
            total += doubles.currentAsDouble();
        }
        return Future.ready(total == 11.75 ? "OK" : "total " + total);
    }
}
