// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frame holds what is needed and nothing else, while it is suspended and when it has ended. */
class NullingTest {
    private static final String WORK = """
            @Async static Future<String> work() {
              String s = new String("s");
              await(yieldNow());
              int length = s.length();
              await(yieldNow());
              Object[] array = {length};
              await(yieldNow());
              if (array.length == 2) { throw new IllegalStateException(); }
              String result = "" + array[0];
              array = null;
              await(yieldNow());
              return Future.ready(result);
            }
            """;

    private final Context cx = Context.of(() -> {});

    @TempDir
    Path output;

    /** The classes of what the frame's fields hold, without slots. */
    private static List<String> held(Future<?> frame) throws IllegalAccessException {
        List<String> held = new ArrayList<>();
        for (Field field : frame.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            Object value =
                    field.getType().isPrimitive() || field.getName().startsWith("child$") ? null : field.get(frame);
            if (value != null) {
                held.add(value.getClass().getSimpleName());
            }
        }
        return held;
    }

    @Test
    void aReferenceIsHeldUntilItsLastUse() throws ReflectiveOperationException {
        Future<?> frame = WovenSource.of(output, WORK).call("work");
        assertEquals(List.of(), held(frame));
        List<List<String>> seen = new ArrayList<>();
        while (frame.poll(cx) == Poll.PENDING) {
            seen.add(held(frame));
        }
        assertEquals(List.of(List.of("String"), List.of(), List.of("Object[]"), List.of("String")), seen);
        assertEquals(List.of("String"), held(frame), "the result");
        assertEquals("1", frame.take());
        assertEquals(List.of(), held(frame), "the result was taken");
    }

    @Test
    void aFrameThatWasCancelledHoldsNothing() throws ReflectiveOperationException {
        WovenSource woven = WovenSource.of(output, WORK);
        for (int polls = 0; polls < 4; polls++) {
            Future<?> frame = woven.call("work");
            for (int i = 0; i < polls; i++) {
                frame.poll(cx);
            }
            frame.cancel();
            assertEquals(List.of(), held(frame), "after " + polls + " polls");
        }
    }
}
