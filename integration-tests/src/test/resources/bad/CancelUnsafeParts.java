// SPDX-License-Identifier: Apache-2.0
package bad;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.borrow;
import static dev.pollen.futures.Futures.join;
import static dev.pollen.futures.Futures.select;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.CancelUnsafe;
import dev.pollen.time.Timeout;
import dev.pollen.time.TimeoutException;
import dev.pollen.time.Timer;

/** Operations that lose something when they are cancelled, where they may be. */
final class CancelUnsafeParts {
    private CancelUnsafeParts() {}

    interface Port {
        @CancelUnsafe
        Future<Void> transfer(byte[] raw);

        Future<Void> flush();
    }

    /** What overrides it is no safer. */
    abstract static class Usart implements Port {
        @Override
        @Async
        public Future<Void> transfer(byte[] raw) {
            await(Timer.afterMillis(1));
            return Future.done();
        }

        @Async
        @CancelUnsafe
        static Future.OfInt count(byte[] raw) {
            return Future.ready(raw.length);
        }
    }

    @Async
    static Future<Void> broken(Port port, Usart usart, byte[] raw) throws TimeoutException {
        await(select(port.transfer(raw), Timer.afterMillis(5))); // POLLEN-048
        await(select(Timer.afterMillis(5), usart.transfer(raw))); // POLLEN-048
        await(Timeout.after(Usart.count(raw), 10)); // POLLEN-048
        await(Timeout.after(join(port.flush(), port.transfer(raw)), 10)); // POLLEN-048
        Future<Void> kept = port.transfer(raw); // POLLEN-048
        await(select(kept, Timer.afterMillis(5)));
        Future<?>[] all = {port.flush(), port.transfer(raw)}; // POLLEN-048
        await(select(all));
        return Future.done();
    }

    @Async
    static Future<Void> fine(Port port, byte[] raw) {
        await(port.transfer(raw));
        await(join(port.transfer(raw), port.flush()));
        await(select(port.flush(), Timer.afterMillis(5)));
        Future<Void> lent = port.transfer(raw);
        var first = await(select(borrow(lent), Timer.afterMillis(5)));
        if (first.isSecond()) {
            await(lent);
        }
        return Future.done();
    }

    @Async
    static Future<Void> meant(Port port, byte[] raw) {
        @SuppressWarnings("pollen:048") // the port is reset afterwards
        var first = await(select(port.transfer(raw), Timer.afterMillis(5)));
        return Future.done();
    }
}
