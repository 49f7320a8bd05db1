// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import box.support.Leaf;
import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.util.ArrayList;
import java.util.List;

/** Streams in fields, arrays, parameters and lists are on the heap; whoever holds them ends them. */
// woven only
// expect: make 1=0; make 2=1; finally 2; make 3=0; make 4=1; make 5=2; finally 3; finally 0; make 6=0; finally 1
// expect: make 7=0; make 8=1; finally 2; make 9=0; make 10=1; make 11=2; make 12=3; finally 4
// expect: holders end -> value OK
// cancel 1: make 1=0; holders end; cancel 1; finally 2 -> cancelled
final class StreamHolders {
    private StreamHolders() {}

    private static AsyncStream.OfInt field;

    @Async
    static AsyncStream.OfInt numbers(int n) {
        try {
            for (int i = 0; i < n; i++) {
                emit(await(Leaf.of(i)));
            }
        } finally {
            log("finally " + n);
        }
        return AsyncStream.OfInt.end();
    }

    static AsyncStream.OfInt made(int n) {
        return numbers(n);
    }

    @Async
    static Future.OfInt sum(AsyncStream.OfInt stream) {
        int sum = 0;
        while (await(stream.next())) {
            sum += stream.currentAsInt();
        }
        return Future.ready(sum);
    }

    @Async
    static Future<String> box() {
        AsyncStream.OfInt[] array = new AsyncStream.OfInt[1];
        List<AsyncStream.OfInt> list = new ArrayList<>();
        AsyncStream.OfInt made = made(4);
        try {
            field = numbers(2);
            int sum = await(sum(field));
            array[0] = numbers(3);
            while (await(array[0].next())) {
                sum += array[0].currentAsInt();
            }
            for (int i = 0; i < 3; i++) {
                list.add(numbers(i));
            }
            for (AsyncStream.OfInt stream : list) {
                sum += await(sum(stream));
            }
            sum += await(sum(made));
            await(field.next());
            return Future.ready(sum == 11 ? "OK" : "sum " + sum);
        } finally {
            log("holders end");
            field.cancel();
            if (array[0] != null) {
                array[0].cancel();
            }
            list.forEach(AsyncStream::cancel);
            made.cancel();
        }
    }
}
