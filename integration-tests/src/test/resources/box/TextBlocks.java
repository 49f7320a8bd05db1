// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** Text blocks and a text of a thousand lines around awaits. */
final class TextBlocks {
    private TextBlocks() {}

    @Async
    static Future<String> box() {
        String block = """
                first \
                still first
                  "second"\tand
                %s\s
                """.formatted(await(Leaf.of("third")));
        String more = """
                a""" + await(Leaf.of("b")) + """
                \"""
                """;
        String many = """
                0123456789012345678901234567890123456789012345678901234567890123456789\u00e9
                """.repeat(await(Leaf.of(1000)));
        boolean good = block.equals("first still first\n  \"second\"\tand\nthird \n")
                && more.equals("ab\"\"\"\n")
                && many.length() == 72_000;
        return Future.ready(good ? "OK" : block + more + many.length());
    }
}
