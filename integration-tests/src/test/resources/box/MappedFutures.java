// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;
import static dev.pollen.futures.Futures.map;
import static dev.pollen.futures.Futures.mapInt;
import static dev.pollen.futures.Futures.mapToBoolean;
import static dev.pollen.futures.Futures.mapToInt;
import static dev.pollen.futures.Futures.then;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.io.IOException;

/** map and then: what the mapping gives may be kept, and what it throws leaves from the await. */
final class MappedFutures {
    private static Object kept;

    private MappedFutures() {}

    private static String checked(String s) throws IOException {
        if (s.isEmpty()) {
            throw new IOException("empty");
        }
        return s + "!";
    }

    private record Pair(String left, int right) {}

    @Async
    static Future<String> box() {
        String s = await(map(Leaf.of("a"), x -> x + "b"));
        s += await(mapInt(Leaf.of(20), x -> x + 1)) + await(mapToInt(Leaf.of("xyz"), String::length));
        s += await(mapToBoolean(Leaf.of("xyz"), String::isEmpty));
        s += await(then(Leaf.of("n"), x -> Leaf.of(x + "m")));
        try {
            s += await(map(Leaf.of("c"), MappedFutures::checked));
            s += await(map(Leaf.of(""), MappedFutures::checked));
        } catch (IOException e) {
            s += e.getMessage();
        }
        kept = await(map(Leaf.of("d"), d -> new Pair(d, 4)));
        s += kept;
        return Future.ready(s.equals("ab24falsenmc!emptyPair[left=d, right=4]") ? "OK" : s);
    }
}
