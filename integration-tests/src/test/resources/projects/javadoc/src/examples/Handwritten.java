// SPDX-License-Identifier: Apache-2.0
package examples;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.pollFn;
import static dev.pollen.futures.Futures.pollValue;
import static examples.Board.print;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.futures.FutureOrValue;
import dev.pollen.sync.AtomicWaker;
import dev.pollen.sync.BroadcastValueProvider;
import dev.pollen.sync.FutureCore;
import dev.pollen.sync.ValueListProvider;
import dev.pollen.sync.ValueProvider;
import dev.pollen.time.Timer;
import examples.Board.Sensor;

/** Futures for what has none yet: interrupts, callbacks, registers. */
final class Handwritten {
    private Handwritten() {}

    static final class DataReady implements Future<Void> {
        // Javadoc of sync.AtomicWaker
        private final AtomicWaker waker = new AtomicWaker();
        private volatile boolean there;

        void onInterrupt() {
            there = true;
            waker.wake();
        }

        @Override
        public Poll poll(Context cx) {
            waker.register(cx.waker()); // first this, then the look: an interrupt in between wakes
            return there ? Poll.READY : Poll.PENDING;
        }
        // end

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {
            waker.take();
        }
    }

    // Javadoc of sync.FutureCore
    static final class KeyPress implements Future<Character> {
        private final FutureCore<Character> core = FutureCore.of("a key press");

        void onKey(char key) { // by the keypad's interrupt
            core.complete(key);
        }

        @Override
        public Poll poll(Context cx) {
            return core.poll(cx);
        }

        @Override
        public Character get() {
            return core.get();
        }

        @Override
        public void cancel() {
            core.cancel();
        }
    }
    // end

    // Javadoc of futures.FutureOrValue
    static final class Sum implements Future.OfInt {
        private final FutureOrValue<Future.OfInt> left;
        private final FutureOrValue<Future.OfInt> right;

        Sum(Future.OfInt left, Future.OfInt right) {
            this.left = FutureOrValue.of(left);
            this.right = FutureOrValue.of(right);
        }

        @Override
        public Poll poll(Context cx) {
            return left.advance(cx) & right.advance(cx) ? Poll.READY : Poll.PENDING; // polls both, each until it is complete
        }

        @Override
        public int getAsInt() {
            return left.get().getAsInt() + right.get().getAsInt();
        }

        @Override
        public void cancel() {
            left.reset();
            right.reset();
        }
    }
    // end

    // Javadoc of sync.ValueProvider
    static final class Converter {
        private final ValueProvider<Integer> conversion = ValueProvider.of();

        Future<Integer> convert() {
            Future<Integer> value = conversion.get(); // it waits from now on,
            start(); // so a conversion that ends at once is not missed
            return value;
        }

        void onInterrupt(int value) {
            conversion.resolve(value);
        }
        // end

        void start() {
            onInterrupt(512);
        }
        // Javadoc of sync.ValueProvider
    }
    // end

    // Javadoc of sync.BroadcastValueProvider
    static final class Scanner {
        private final BroadcastValueProvider<String> scan = BroadcastValueProvider.of();

        Future<String> next() {
            return scan.get();
        }

        void onScan(String code) {
            scan.resolve(code); // to all that wait
        }
    }
    // end

    // Javadoc of sync.ValueListProvider
    static final class Coins {
        private final ValueListProvider<Integer, String> buyers = ValueListProvider.of();

        Future<String> buy(int price) {
            return buyers.get(price);
        }

        void onCoin(int cents) {
            buyers.resolveFirstMatching(price -> price <= cents, "here you are"); // the first who can pay
        }
    }
    // end

    @Async
    static Future<Void> poll(byte[] register, AtomicWaker interrupt) {
        // Javadoc of futures.Futures.pollFn
        await(pollFn(cx -> {
            interrupt.register(cx.waker());
            return register[0] != 0 ? Poll.READY : Poll.PENDING;
        }));
        // end
        print("register is set");
        return Future.done();
    }

    @Async
    static Future<Void> fetch(Integer[] register, AtomicWaker interrupt) {
        // Javadoc of futures.Futures.pollValue
        int value = await(pollValue(cx -> {
            interrupt.register(cx.waker());
            return register[0]; // null, while there is none
        }));
        // end
        print("fetched " + value);
        return Future.done();
    }

    @AsyncTask
    static Task<Void> wait(DataReady data, KeyPress key, Converter converter, Scanner scanner) {
        await(data);
        print("data");
        print("key " + await(key));
        print("converted " + await(converter.convert()));
        print("scanned " + await(scanner.next()));
        print(await(new Sum(new Sensor(3, 1).read(), new Sensor(2, 2).read())));
        return Task.done();
    }

    @AsyncTask
    static Task<Void> interrupts(DataReady data, KeyPress key, Scanner scanner) {
        await(Timer.afterMillis(1));
        data.onInterrupt();
        await(Timer.afterMillis(1));
        key.onKey('x');
        await(Timer.afterMillis(1));
        scanner.onScan("4006381333931");
        return Task.done();
    }

    @AsyncTask
    static Task<Void> buy(Coins coins, int price) {
        print(await(coins.buy(price)) + ": " + price);
        return Task.done();
    }

    @AsyncTask
    static Task<Void> pay(Coins coins) {
        await(Timer.afterMillis(1));
        coins.onCoin(50);
        return Task.done();
    }

    @AsyncTask
    static Task<Void> pollAll(byte[] register, Integer[] value, AtomicWaker interrupt) {
        await(poll(register, interrupt));
        await(fetch(value, interrupt));
        return Task.done();
    }

    @AsyncTask
    static Task<Void> set(byte[] register, Integer[] value, AtomicWaker interrupt) {
        await(Timer.afterMillis(1));
        register[0] = 1;
        interrupt.wake();
        await(Timer.afterMillis(1));
        value[0] = 42;
        interrupt.wake();
        return Task.done();
    }

    public static void main(String[] args) {
        Board.run(spawner -> {
            DataReady data = new DataReady();
            KeyPress key = new KeyPress();
            Scanner scanner = new Scanner();
            spawner.spawn(wait(data, key, new Converter(), scanner));
            spawner.spawn(interrupts(data, key, scanner));
        });
        Board.run(spawner -> {
            Coins coins = new Coins();
            spawner.spawn(buy(coins, 30));
            spawner.spawn(pay(coins));
        });
        Board.run(spawner -> {
            AtomicWaker interrupt = new AtomicWaker();
            byte[] register = new byte[1];
            Integer[] value = new Integer[1];
            spawner.spawn(pollAll(register, value, interrupt));
            spawner.spawn(set(register, value, interrupt));
        });
    }
}
