// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pollen.CancelledError;
import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.Task;
import dev.pollen.executor.Executor;
import dev.pollen.executor.JoinHandle;
import dev.pollen.time.VirtualClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A woven frame is cancelled in each state that it can be in. */
class CancelStatesTest {
    private static final String WORK = """
              static final java.util.List<String> LOG = new java.util.ArrayList<>();
              static Future<?> self;
              static RuntimeException broken;
              static boolean again;

              @Async static Future<String> work() {
                try {
                  await(yieldNow());
                  LOG.add("between");
                  await(yieldNow());
                  if (broken != null) { throw broken; }
                } finally {
                  LOG.add("finally");
                  if (self != null) {
                    self.cancel();
                    LOG.add("cancelled itself");
                    if (again) { self.poll(Context.of(() -> {})); }
                  }
                  await(yieldNow());
                  LOG.add("not reached when cancelled");
                }
                return Future.ready("done");
              }

              @Async static Future<String> endless(Object held) {
                for (;;) {
                  try { await(yieldNow()); LOG.add(held.toString()); } catch (Throwable t) { LOG.add("swallowed"); } // here
                }
              }
              @AsyncTask static Task<String> swallows() { return Task.ready(await(endless("held"))); }
              @AsyncTask static Task<String> breaks() {
                try {
                  for (;;) { await(yieldNow()); }
                } finally {
                  throwBroken();
                }
              }
              static void throwBroken() { throw new IllegalArgumentException("clean-up"); }
            """;

    private final Context cx = Context.of(() -> {});
    private final List<String> log = new ArrayList<>();

    @TempDir
    Path output;

    private Class<?> type;
    private Future<?> frame;

    private void start(int polls) throws ReflectiveOperationException {
        WovenSource source = WovenSource.of(output, WORK);
        type = source.load().loadClass("test.T");
        frame = (Future<?>) call("work");
        for (int i = 0; i < polls; i++) {
            frame.poll(cx);
        }
    }

    private Object call(String method) throws ReflectiveOperationException {
        var declared = type.getDeclaredMethod(method);
        declared.setAccessible(true);
        return declared.invoke(null);
    }

    private void set(String field, Object value) throws ReflectiveOperationException {
        var declared = type.getDeclaredField(field);
        declared.setAccessible(true);
        declared.set(null, value);
    }

    @SuppressWarnings("unchecked")
    private List<String> log() throws ReflectiveOperationException {
        var declared = type.getDeclaredField("LOG");
        declared.setAccessible(true);
        List<String> all = (List<String>) declared.get(null);
        List<String> fresh = List.copyOf(all.subList(log.size(), all.size()));
        log.addAll(fresh);
        return fresh;
    }

    private void assertOver(String how) {
        frame.cancel();
        String text =
                assertThrows(IllegalStateException.class, () -> frame.poll(cx)).getMessage();
        assertTrue(text.startsWith("polled after " + how), text);
    }

    @Test
    void notStarted() throws ReflectiveOperationException {
        start(0);
        frame.cancel();
        assertOver("cancel");
        assertEquals(List.of(), log());
    }

    @Test
    void suspended() throws ReflectiveOperationException {
        start(1);
        frame.cancel();
        assertEquals(List.of("finally"), log());
        assertOver("cancel");
        assertEquals(List.of(), log(), "a second cancel");
    }

    @Test
    void suspendedInItsCleanUp() throws ReflectiveOperationException {
        start(3);
        assertEquals(List.of("between", "finally"), log());
        frame.cancel();
        assertOver("cancel");
        assertEquals(List.of(), log(), "the await of the finally threw");
    }

    @Test
    void done() throws ReflectiveOperationException {
        start(3);
        assertEquals(Poll.READY, frame.poll(cx));
        frame.cancel();
        assertEquals("done", frame.get(), "the value is still there");
        assertOver("completion");
    }

    @Test
    void failed() throws ReflectiveOperationException {
        start(2);
        set("broken", new IllegalArgumentException("broken"));
        assertEquals(Poll.PENDING, frame.poll(cx), "the await of the finally");
        assertThrows(IllegalArgumentException.class, () -> frame.poll(cx));
        assertOver("an exception");
    }

    @Test
    void unwindingByItself() throws ReflectiveOperationException {
        start(1);
        set("self", frame);
        frame.cancel();
        assertEquals(List.of("finally", "cancelled itself"), log(), "the finally runs once");
        assertOver("cancel");
    }

    @Test
    void polledByItsOwnCleanUp() throws ReflectiveOperationException {
        start(2);
        set("self", frame);
        set("again", true);
        IllegalStateException misuse = assertThrows(IllegalStateException.class, frame::cancel);
        assertTrue(misuse.getMessage().startsWith("polled by its own clean-up: T.work(T.java:"), misuse.getMessage());
        assertEquals(List.of("between", "finally", "cancelled itself"), log());
        assertOver("cancel");
    }

    @Test
    void aTaskThatSwallowsForEverIsLeftAndTheHandlerIsToldTheLine() throws ReflectiveOperationException {
        start(0);
        List<String> told = new ArrayList<>();
        Throwable end = abort("swallows", told);
        assertTrue(end instanceof RuntimeException && !(end instanceof IllegalStateException), end::toString);
        assertEquals(1, told.size());
        int line = WovenSource.text(WORK)
                        .lines()
                        .toList()
                        .indexOf(WovenSource.text(WORK)
                                .lines()
                                .filter(text -> text.contains("// here"))
                                .findFirst()
                                .orElseThrow())
                + 1;
        assertTrue(told.get(0).contains("T.endless(T.java:" + line + ")"), told.get(0));
        assertEquals(8, log().stream().filter("swallowed"::equals).count());
    }

    @Test
    void anExceptionOfATasksCleanUpGoesToHandleAndHandler() throws ReflectiveOperationException {
        start(0);
        List<String> told = new ArrayList<>();
        Throwable end = abort("breaks", told);
        assertEquals("java.lang.IllegalArgumentException: clean-up", end.toString());
        assertEquals(List.of("T.breaks: java.lang.IllegalArgumentException: clean-up"), told);
    }

    /** Aborts a suspended task, and gives what its handle throws. */
    private Throwable abort(String task, List<String> told) throws ReflectiveOperationException {
        try (Executor executor = Executor.builder()
                .clock(new VirtualClock())
                .uncaught((name, thrown) -> told.add(name + ": " + thrown))
                .build()) {
            JoinHandle<?> handle = executor.spawner().submit((Task<?>) call(task));
            executor.poll();
            handle.abort();
            executor.poll();
            assertTrue(handle.isFinished());
            return assertThrows(Exception.class, () -> handle.poll(cx));
        }
    }

    @Test
    void theErrorIsOneSharedInstance() throws ReflectiveOperationException {
        assertEquals(0, CancelledError.INSTANCE.getStackTrace().length);
        CancelledError.INSTANCE.addSuppressed(new IllegalStateException());
        assertEquals(0, CancelledError.INSTANCE.getSuppressed().length);
    }
}
