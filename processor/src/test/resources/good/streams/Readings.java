// SPDX-License-Identifier: Apache-2.0
package streams;

import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;

import dev.pollen.AsyncStream;
import dev.pollen.annotations.Async;
import dev.pollen.time.Timer;
import java.util.List;

class Readings<K> {
    @Async
    static AsyncStream.OfInt counted(int limit) {
        for (int i = 0; i < limit; i++) {
            await(Timer.afterMillis(1));
            emit(i);
        }
        return AsyncStream.OfInt.end();
    }

    @Async
    public <T extends K> AsyncStream<T> all(List<T> list, AsyncStream<? extends T> more) {
        for (T t : list) {
            emit(t);
        }
        while (await(more.next())) {
            emit(more.current());
        }
        return AsyncStream.end();
    }
}
