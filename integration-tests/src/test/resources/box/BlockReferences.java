// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.async;
import static dev.pollen.Pollen.asyncInt;
import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.AsyncBlock;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.IOException;

/** References to async methods in place of lambdas: static, of this, of another object, of super. */
final class BlockReferences {
    private final String name;

    private BlockReferences(String name) {
        this.name = name;
    }

    @Async
    static Future<String> fixed() {
        return Future.ready("s" + await(Leaf.of(1)));
    }

    @Async
    static Future.OfInt number() {
        return Future.ready(await(Leaf.of(2)));
    }

    @Async
    private Future<String> mine() {
        return Future.ready(name + await(Leaf.of(3)));
    }

    @Async
    final Future<String> work(BlockReferences other) throws IOException {
        String r = await(async(BlockReferences::fixed)) + await(async(this::mine)) + await(async(other::mine));
        r += await(asyncInt(BlockReferences::number));
        r += await(async((AsyncBlock<String, RuntimeException>) this::mine));
        Future<String> kept = async(other::mine);
        return Future.ready(r + await(kept) + await(async(BlockReferences::declares)));
    }

    @Async
    static Future<String> declares() throws IOException {
        return Future.ready("d");
    }

    @Async
    static Future<String> box() throws IOException {
        String r = await(new BlockReferences("a").work(new BlockReferences("b")));
        try {
            BlockReferences nobody = null;
            await(async(nobody::mine));
            r += "!";
        } catch (NullPointerException e) {
            r += "npe";
        }
        return Future.ready(r.equals("s1a3b32a3b3dnpe") ? "OK" : r);
    }
}
