// SPDX-License-Identifier: Apache-2.0
package box;

import static box.support.Script.log;
import static box.support.Script.seen;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.IOException;

/** Receiver first, then arguments, then the call: with awaits in each, a receiver that is null, and what is thrown. */
final class DispatchOrder {
    private DispatchOrder() {}

    interface Disk {
        @Async
        Future<String> read(int block, String name) throws IOException;
    }

    static final class Broken implements Disk {
        @Override
        @Async
        public Future<String> read(int block, String name) throws IOException {
            await(Leaf.of(block));
            throw new IOException(name);
        }
    }

    static final class Eager implements Disk {
        @Override
        public Future<String> read(int block, String name) throws IOException {
            throw new IOException("eager " + name);
        }
    }

    static Disk pick(Disk disk) {
        log("pick");
        return disk;
    }

    @Async
    static Future<String> tryRead(Disk disk) {
        try {
            return Future.ready(await(pick(disk).read(await(Leaf.of(seen(1))) + seen(2), seen(await(Leaf.of("n"))))));
        } catch (IOException e) {
            return Future.ready("caught " + e.getMessage());
        } catch (NullPointerException e) {
            return Future.ready("null");
        } finally {
            await(Leaf.nothing());
            log("finally");
        }
    }

    @Async
    static Future<String> box() {
        String r = await(tryRead(new Broken())) + "," + await(tryRead(new Eager())) + "," + await(tryRead(null)) + ","
                + await(tryRead((block, name) -> Leaf.of(name + block)));
        return Future.ready(r.equals("caught n,caught eager n,null,n3") ? "OK" : r);
    }
}
