// SPDX-License-Identifier: Apache-2.0
package receivers;

import static dev.pollen.Pollen.await;
import static dev.pollen.Pollen.emit;
import static dev.pollen.futures.Futures.join;

import dev.pollen.AsyncStream;
import dev.pollen.Future;
import dev.pollen.Task;
import dev.pollen.annotations.Async;
import dev.pollen.annotations.AsyncTask;

/** Tasks that call receivers of many classes, and methods that await themselves, in endless rounds. */
public final class Rounds {
    private static int sum;

    private Rounds() {}

    /** Direct recursion, one at a time. */
    @Async(maxDepth = 4)
    static Future.OfInt down(int n) {
        await(Gate.next());
        return Future.ready(n == 1 ? 1 : n + await(down(n - 1)));
    }

    /** Direct recursion, two at a time. */
    @Async(maxDepth = 4)
    static Future.OfInt both(int n) {
        if (n < 2) {
            await(Gate.next());
            return Future.ready(n);
        }
        var r = await(join(both(n - 1), both(n - 2)));
        return Future.ready(r.first().getAsInt() + r.second().getAsInt());
    }

    /** All classes are known. */
    @AsyncTask(poolSize = 2)
    static Task<Void> known(Shape[] shapes) {
        while (true) {
            for (Shape shape : shapes) {
                sum += await(shape.area(2));
            }
        }
    }

    /** No class is known. */
    @AsyncTask(poolSize = 2)
    static Task<Void> open(Sensor[] sensors) {
        while (true) {
            for (Sensor sensor : sensors) {
                sum += await(sensor.read(2));
            }
        }
    }

    /** One that a test looks at. */
    @AsyncTask
    static Task<Void> watched(Sensor sensor) {
        await(sensor.read(1));
        return Task.done();
    }

    /** A bound, a tree and a method that holds both. */
    @AsyncTask(poolSize = 2)
    static Task<Void> recursive() {
        while (true) {
            sum += await(down(4));
            sum += await(both(4));
        }
    }

    /** A generator with receivers in its frame. */
    @Async
    static AsyncStream.OfInt areas(Shape[] shapes) {
        for (Shape shape : shapes) {
            emit(await(shape.area(2)));
        }
        return AsyncStream.OfInt.end();
    }

    /** A stream is a part of its consumer's frame. */
    @AsyncTask(poolSize = 2)
    static Task<Void> streaming(Shape[] shapes) {
        while (true) {
            var areas = areas(shapes);
            while (await(areas.next())) {
                sum += areas.currentAsInt();
            }
        }
    }

    /** A recursion of known receivers. */
    @AsyncTask(poolSize = 2)
    static Task<Void> expression(Expr expr) {
        while (true) {
            sum += await(expr.eval());
        }
    }
}
