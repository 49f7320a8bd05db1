// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.check;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** synchronized blocks without awaits before, between and after them, left in each way that there is. */
final class LocksBetweenAwaits {
    private LocksBetweenAwaits() {}

    private final Object lock = new int[0];
    private int count;

    private synchronized int increment() {
        return ++count;
    }

    @Async
    private Future<String> work(int n) {
        String r = "";
        synchronized (this) {
            count = n;
        }
        await(Leaf.nothing());
        for (int i = 0; i < 4; i++) {
            synchronized (lock) {
                if (i == 1) {
                    continue;
                }
                synchronized (this) {
                    r += increment();
                    if (i == 2) {
                        break;
                    }
                }
            }
            r += await(Leaf.of("-"));
        }
        try {
            synchronized (lock) {
                throw new IllegalStateException("in");
            }
        } catch (IllegalStateException e) {
            r += await(Leaf.of(e.getMessage()));
        }
        check(!Thread.holdsLock(lock) && !Thread.holdsLock(this));
        synchronized (await(Leaf.of(lock))) {
            return Future.ready(r + Thread.holdsLock(lock));
        }
    }

    @Async
    static Future<String> box() {
        String r = await(new LocksBetweenAwaits().work(5));
        return Future.ready(r.equals("6-7intrue") ? "OK" : r);
    }
}
