// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a suspended body does not need any more can be collected, and all that it held once it has ended. */
class CollectableTest {
    private static final String WORK = """
              static Object made() { return new Object(); }

              @Async static Future.OfInt parameters(Object dead, Object live, boolean fails) {
                int n = dead.hashCode();
                await(yieldNow());
                await(yieldNow());
                if (fails) { throw new IllegalStateException(); }
                return Future.ready(n + live.hashCode());
              }

              @Async static Future.OfInt shared(Object dead, Object live, boolean fails) {
                Object a = dead;
                int n = a.hashCode();
                await(yieldNow());
                {
                  Object b = new Object();
                  await(yieldNow());
                  n += b.hashCode();
                }
                if (fails) { throw new IllegalStateException(); }
                await(yieldNow());
                return Future.ready(n + live.hashCode());
              }

              @Async static Future.OfInt caught(Object dead, Object live, boolean fails) {
                int n = 0;
                try {
                  n = dead.hashCode();
                  dead = null;
                  await(yieldNow());
                } catch (RuntimeException e) {
                  n = 1;
                } finally {
                  n++;
                }
                await(yieldNow());
                if (fails) { throw new IllegalStateException(); }
                return Future.ready(n + live.hashCode());
              }

              @Async static Future.OfInt called(Object x) {
                int n = x.hashCode();
                await(yieldNow());
                return Future.ready(n);
              }
              @Async static Future<Object> given(Object x) { return Future.ready(x); }

              @Async static Future.OfInt children(Object dead, Object live, boolean fails) {
                int n = await(given(dead)).hashCode();
                dead = null;
                n += await(called(live));
                await(yieldNow());
                if (fails) { throw new IllegalStateException(); }
                return Future.ready(n + live.hashCode());
              }

              @Async static Future.OfInt looped(Object dead, Object live, boolean fails) {
                int n = 0;
                for (Object o = dead; o != null; o = null) {
                  dead = null;
                  n += o.hashCode();
                }
                for (int i = 0; i < 3; i++) {
                  await(yieldNow());
                }
                if (fails) { throw new IllegalStateException(); }
                return Future.ready(n + live.hashCode());
              }
            """;

    private static final List<String> SHAPES = List.of("parameters", "shared", "caught", "children", "looped");

    /** A full collection clears all weak references that it finds; more than one is for collectors that do it in parts. */
    private static final int COLLECTIONS = 5;

    @TempDir
    static Path output;

    private static Class<?> type;

    private final Context cx = Context.of(() -> {});
    private final List<Object> held = new ArrayList<>();
    private WeakReference<Object> dead;
    private WeakReference<Object> live;

    @BeforeAll
    static void weave() throws ReflectiveOperationException {
        type = WovenSource.of(output, WORK).load().loadClass("test.T");
    }

    private Future<?> start(String method, boolean fails) throws ReflectiveOperationException {
        Object first = new Object();
        Object second = new Object();
        dead = new WeakReference<>(first);
        live = new WeakReference<>(second);
        var declared = type.getDeclaredMethod(method, Object.class, Object.class, boolean.class);
        declared.setAccessible(true);
        return (Future<?>) declared.invoke(null, first, second, fails);
    }

    private static boolean isCollected(WeakReference<Object> reference) {
        for (int i = 0; i < COLLECTIONS && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
    }

    /** Asked after a collection that took what nobody holds. */
    private static boolean isHeld(WeakReference<Object> reference) {
        assertTrue(isCollected(new WeakReference<>(new Object())), "nothing is collected at all");
        return reference.get() != null;
    }

    /** Without this the others would prove nothing. */
    @Test
    void whatSomebodyHoldsIsNotCollected() throws ReflectiveOperationException {
        held.add(start("parameters", false));
        assertTrue(isHeld(dead), "a frame that has not started holds its arguments");
        assertTrue(isHeld(live));
        held.clear();
        assertTrue(isCollected(dead), "a frame that nobody holds");
        assertTrue(isCollected(live));
    }

    @Test
    void whatIsDeadIsCollectedWhileTheBodyIsSuspended() throws ReflectiveOperationException {
        for (String shape : SHAPES) {
            Future<?> frame = start(shape, false);
            assertEquals(Poll.PENDING, frame.poll(cx), shape);
            assertTrue(isCollected(dead), shape);
            assertTrue(isHeld(live), shape);
            frame.poll(cx);
            assertTrue(isHeld(live), shape + " at its second await");
        }
    }

    @Test
    void nothingIsHeldAfterCompletion() throws ReflectiveOperationException {
        for (String shape : SHAPES) {
            Future<?> frame = start(shape, false);
            while (frame.poll(cx) == Poll.PENDING) {
                assertTrue(isHeld(live), shape);
            }
            assertTrue(isCollected(live), shape);
            frame.get();
        }
    }

    @Test
    void nothingIsHeldAfterAnException() throws ReflectiveOperationException {
        for (String shape : SHAPES) {
            Future<?> frame = start(shape, true);
            boolean thrown = false;
            while (!thrown) {
                try {
                    assertEquals(Poll.PENDING, frame.poll(cx));
                } catch (IllegalStateException expected) {
                    thrown = true;
                }
            }
            assertTrue(isCollected(live), shape);
            frame.cancel();
        }
    }

    @Test
    void nothingIsHeldAfterCancel() throws ReflectiveOperationException {
        for (String shape : SHAPES) {
            for (int polls = 0; polls < 3; polls++) {
                Future<?> frame = start(shape, false);
                for (int i = 0; i < polls; i++) {
                    assertEquals(Poll.PENDING, frame.poll(cx));
                }
                frame.cancel();
                assertTrue(isCollected(dead), shape + " cancelled after " + polls + " polls");
                assertTrue(isCollected(live), shape + " cancelled after " + polls + " polls");
                frame.cancel();
            }
        }
    }
}
