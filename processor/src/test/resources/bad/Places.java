// SPDX-License-Identifier: Apache-2.0
package demo;

import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.async;

import dev.pollen.Future;
import dev.pollen.Pollen;
import dev.pollen.annotations.Async;
import dev.pollen.time.Timer;
import java.util.List;
import java.util.function.Consumer;

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
    Future<Void> blocks() {
        await(async(() -> { // POLLEN-013 an async block is not supported here yet
            await(Timer.afterMillis(1));
            return Future.done();
        }));
        await(Pollen.asyncInt(() -> Future.ready(1))); // POLLEN-013
        return Future.done();
    }

    @Async
    Future<Void> local() {
        class Local {
            @Async
            Future<Void> inside() { // POLLEN-013 an async method of a local or anonymous class
                await(Timer.afterMillis(1));
                return Future.done();
            }
        }
        Object anonymous = new Object() {
            @Async
            Future<Void> inside() { // POLLEN-013 an async method of a local or anonymous class
                return Future.done();
            }
        };
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
