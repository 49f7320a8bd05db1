// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.Pollen;
import dev.pollen.annotations.Async;
import dev.pollen.futures.Futures;
import dev.pollen.time.Timer;
import java.util.function.Supplier;

class Awaits {
    @Async
    @SuppressWarnings("unused")
    Future<
                    Void>
            spread(Supplier<String> await) {
        Pollen.await(Futures.select(
                Timer.afterMillis(1), // the first (one)
                /* ) */ Timer.afterMillis(
                        2)));
        char quote = Pollen.await(parenthesis(")\"(", ')', '\'', "\u0041 \\u"));
        String block = Pollen.await(text("""
                two " lines
                )"""));
        Supplier<String> later = () -> "await(nothing)";
        if (dev.pollen.Pollen
                .await(Future.ready(true)) && await.get() != null) {
            Pollen.await(Timer.afterMillis(Pollen.await(Future.ready(3))));
        }
        return Future.done();
    }

    private static Future<Character> parenthesis(String text, char c, char d, String e) {
        return Future.ready('(');
    }

    private static Future<String> text(String text) {
        return Future.ready(text);
    }
}
