// SPDX-License-Identifier: Apache-2.0
package demo;

import dev.pollen.Future;
import dev.pollen.annotations.Async;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.List;

class Annotated {
    @Target(ElementType.TYPE_USE)
    @interface Odd {}

    @Async
    static @Odd Future<@Odd String> text(
            final @Odd String text, List<@Odd String> list, @Odd String @Odd [] array, @Odd int number) {
        return Future.ready(text);
    }
}
