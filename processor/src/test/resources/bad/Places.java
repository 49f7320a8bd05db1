// SPDX-License-Identifier: Apache-2.0
package demo;

import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.async;

import dev.pollen.AsyncBlock;
import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Pollen;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncMain;
import dev.pollen.annotations.AsyncTask;
import dev.pollen.time.Timer;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

class Places {
    static int start = await(Future.ready(1)); // POLLEN-004 await stands in the initialiser of start

    int field = Pollen.await(Future.ready(2)); // POLLEN-004 the initialiser of field

    static {
        await(Timer.afterMillis(1)); // POLLEN-004 a static initialiser
    }

    {
        await(Timer.afterMillis(1)); // POLLEN-004 an instance initialiser
    }

    Places() {
        await(Timer.afterMillis(1)); // POLLEN-004 a constructor
    }

    static void plain() {
        await(Timer.afterMillis(1)); // POLLEN-001 await stands in plain, which is not async
    }

    @Async
    static Future<Void> lambda(List<Integer> list) {
        list.forEach(n -> await(Timer.afterMillis(n))); // POLLEN-002
        Runnable later = () -> {
            await(Timer.afterMillis(1)); // POLLEN-002
        };
        Consumer<Future<String>> reference = Pollen::await; // POLLEN-005
        Consumer<Latch> other = Latch::await;
        new Latch().await();
        new Object() {
            void run() {
                await(Timer.afterMillis(1)); // POLLEN-001 run
            }
        }.run();
        return Future.done();
    }

    @Async
    Future<Void> lock() {
        synchronized (await(Future.ready("outside"))) {
            await(Timer.afterMillis(1)); // POLLEN-003
            if (field > 0) {
                field = await(Future.ready(1)); // POLLEN-003
            }
            new Thread(() -> plain()).start();
        }
        return Future.done();
    }

    @Async
    Future<Void> blocks(AsyncBlock<Void, RuntimeException> body, Consumer<Runnable> runner) {
        await(async(() -> {
            await(Timer.afterMillis(1));
            runner.accept(() -> await(Timer.afterMillis(1))); // POLLEN-002
            synchronized (this) {
                await(Timer.afterMillis(1)); // POLLEN-003
            }
            return Future.done();
        }));
        await(async(body)); // POLLEN-027 the body of an async block stands in the call itself
        AsyncBlock<Integer, RuntimeException> kept = () -> Future.ready(field + await(Future.ready(1))); // POLLEN-027
        await(async(field > 0 ? () -> Future.done() : () -> Future.done())); // POLLEN-027
        await(async((AsyncBlock<Void, RuntimeException> & Serializable) () -> Future.done())); // POLLEN-027
        await(async((AsyncBlock<Void, RuntimeException>) () -> Future.done()));
        await(async((() -> Future.done())));
        await(Pollen.asyncInt(Places::number)); // POLLEN-028 number is not async, so a reference to it makes no async block: mark it @Async, or write asyncInt(() -> number(..))
        await(Pollen.asyncInt((Places::marked)));
        await(async(Ready::new)); // POLLEN-027
        Function<AsyncBlock<Void, RuntimeException>, Future<Void>> function = Pollen::async; // POLLEN-027
        synchronized (this) {
            field = Pollen.blockOn(async(() -> Future.ready(await(Pollen.asyncInt(Places::marked)))));
        }
        return Future.done();
    }

    static Future.OfInt number() {
        return Future.ready(1);
    }

    @Async
    static Future.OfInt marked() {
        return Future.ready(1);
    }

    static class Ready implements Future<Void> {
        @Override
        public Poll poll(Context cx) {
            return Poll.READY;
        }

        @Override
        public Void get() {
            return null;
        }

        @Override
        public void cancel() {}
    }

    Future<Void> later = async(() -> {
        await(Timer.afterMillis(1));
        return Future.done();
    });

    @Async
    Future<Void> local() {
        class Local {
            @Async
            @AsyncTask
            Future<Void> inside() { // POLLEN-017
                await(Timer.afterMillis(1));
                return Future.done();
            }

            @AsyncTask(poolSize = 0) // POLLEN-007
            Task<Void> task() {
                return Task.done();
            }

            @Async
            synchronized Future<Void> locked() { // POLLEN-003
                return Future.done();
            }
        }
        Object anonymous = new Object() {
            @Async
            String inside() { // POLLEN-006 it returns
                return "";
            }

            @Async
            Future<Void> fine() {
                return Future.done();
            }
        };
        record Entry() {
            @AsyncMain
            @AsyncTask
            static Task<Void> main() { // POLLEN-019
                return Task.done();
            }
        }
        return Future.done();
    }

    static class Base {
        @Async
        Future<Void> work() {
            return Future.done();
        }
    }

    static class Derived extends Base {
        @Override
        Future<Void> work() {
            await(Timer.afterMillis(1)); // POLLEN-001 await stands in work, an override of the async Base.work, which is not async
            return Future.done();
        }
    }

    static class Latch {
        void await() {}
    }
}

class Second {
    void plain() {
        await(Timer.afterMillis(1)); // POLLEN-001 plain
    }
}
