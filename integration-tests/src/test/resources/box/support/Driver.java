// SPDX-License-Identifier: Apache-2.0
package box.support;

import dev.pollen.CancelledError;
import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Generator;
import dev.pollen.Poll;
import dev.pollen.ReceiverFrames;
import dev.pollen.StateMachine;
import dev.pollen.Task;
import dev.pollen.executor.Executor;
import dev.pollen.executor.JoinHandle;
import dev.pollen.executor.TaskAbortedException;
import dev.pollen.time.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs a program and writes down what happened. The test calls it by reflection, in the class loader of the program. */
public final class Driver {
    private static final int ENDLESS = 10_000;
    private static final String VALUE = "value ";
    private static final String CANCELLED = "cancelled";

    private Driver() {}

    /** How many leaves a program makes and how often it is suspended, where each leaf pends once. */
    public static int[] measure(String program, boolean blocking) throws ReflectiveOperationException {
        Script.begin(1, 0, 0, true, blocking);
        run(program, ENDLESS, blocking);
        return new int[] {Script.leaves(), Script.suspensions()};
    }

    /** Runs a program to its end. */
    public static String complete(String program, int pends, int failing, boolean blocking)
            throws ReflectiveOperationException {
        Script.begin(pends, failing, 0, true, blocking);
        String end = run(program, ENDLESS, blocking);
        return Script.events() + " -> " + end + Script.leftWaiting();
    }

    /** Runs a program up to a suspension and cancels it there. */
    public static String cancel(String program, int suspension, boolean pendsAfter, boolean blocking)
            throws ReflectiveOperationException {
        Script.begin(1, 0, suspension, pendsAfter, blocking);
        String end = run(program, blocking ? ENDLESS : suspension, blocking);
        // What a cancelled body returns is dropped.
        return Script.events() + " -> " + (blocking && end.startsWith(VALUE) ? CANCELLED : end) + Script.leftWaiting();
    }

    /** Runs a program as a task up to a suspension and aborts it there through its handle. */
    public static String abort(String program, int suspension, boolean pendsAfter, boolean fromOutside)
            throws ReflectiveOperationException {
        Script.begin(1, 0, suspension, pendsAfter, false);
        List<Throwable> told = new ArrayList<>();
        try (Executor executor = Executor.builder()
                .clock(new VirtualClock())
                .uncaught((task, thrown) -> told.add(thrown))
                .build()) {
            Future<?> future = (Future<?>) start(program);
            JoinHandle<String> handle = executor.spawner().submit(hosted(future));
            for (int i = 0; i < suspension; i++) {
                executor.poll();
                Script.wake();
            }
            boolean ended = handle.isFinished();
            abort(handle, fromOutside);
            executor.poll();
            String end = handle.isFinished() ? end(handle, told, ended) : "NOT ENDED";
            return Script.events() + " -> " + end + leaks(future) + Script.leftWaiting() + slotTaken(executor);
        }
    }

    @SuppressWarnings("unchecked")
    private static Task<String> hosted(Future<?> program) {
        return Host.run((Future<String>) program);
    }

    private static void abort(JoinHandle<?> handle, boolean fromOutside) {
        if (!fromOutside) {
            handle.abort();
            return;
        }
        Thread other = new Thread(handle::abort);
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How a run ended: what its handle gives, and whether the uncaught handler was told as it should be. */
    private static String end(JoinHandle<?> handle, List<Throwable> told, boolean unaborted) {
        try {
            handle.poll(Context.of(() -> {}));
            return VALUE + handle.take() + (told.isEmpty() ? "" : " and told");
        } catch (TaskAbortedException aborted) {
            return CANCELLED + (told.isEmpty() ? "" : " and told");
        } catch (Exception | Error thrown) {
            boolean right = unaborted ? told.isEmpty() : told.equals(List.of(thrown));
            return (thrown instanceof IllegalStateException ? thrown.toString() : text(thrown))
                    + (right ? "" : " BUT TOLD " + told);
        }
    }

    private static String slotTaken(Executor executor) {
        JoinHandle<String> next = executor.spawner().submit(Host.run(Future.ready("next")));
        executor.runUntilStalled();
        boolean ready = next.isFinished() && next.poll(Context.of(() -> {})) == Poll.READY;
        return ready && "next".equals(next.take()) ? "" : " SLOT TAKEN";
    }

    private static String run(String program, int polls, boolean blocking) throws ReflectiveOperationException {
        Future<?> future = null;
        try {
            future = (Future<?>) (blocking ? startBlocking(program) : start(program));
            return poll(future, polls);
        } catch (CancelledError cancelled) {
            return CANCELLED + leaks(future);
        } catch (IllegalStateException misuse) {
            return misuse.toString();
        } catch (Exception | Error thrown) {
            return text(thrown) + leaks(future);
        }
    }

    /** The streams that the program has left are ended with it. */
    private static Object startBlocking(String program) throws ReflectiveOperationException {
        try {
            return start(program);
        } finally {
            Class.forName("dev.pollen.Coroutine").getMethod("endAll").invoke(null);
        }
    }

    private static Object start(String program) throws ReflectiveOperationException {
        try {
            var box = Class.forName("box." + program).getDeclaredMethod("box");
            box.setAccessible(true);
            return box.invoke(null);
        } catch (InvocationTargetException e) {
            throw Driver.<RuntimeException>unchecked(e.getCause());
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }

    private static String poll(Future<?> future, int polls) {
        Context cx = Context.of(() -> {});
        for (int i = 0; i < polls; i++) {
            if (future.poll(cx) == Poll.READY) {
                Object value = future.take();
                return VALUE + value + leaks(future) + polledAgain(future);
            }
        }
        if (polls == ENDLESS) {
            return "ENDLESS";
        }
        String told = cancel(future);
        String again = polledAgain(future);
        future.cancel();
        return CANCELLED + told + leaks(future) + again;
    }

    /** Cancels, and gives whether the uncaught handler was told something. */
    private static String cancel(Future<?> future) {
        PrintStream errors = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            future.cancel();
        } finally {
            System.setErr(errors);
        }
        return printed.size() > 0 ? " and told" : "";
    }

    private static String polledAgain(Future<?> future) {
        try {
            return "POLLED AGAIN: " + future.poll(Context.of(() -> {}));
        } catch (IllegalStateException expected) {
            return "";
        }
    }

    private static String text(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.toString());
        for (Throwable suppressed : thrown.getSuppressed()) {
            text.append(" suppressing [").append(text(suppressed)).append(']');
        }
        if (thrown.getCause() != null) {
            text.append(" because of [").append(text(thrown.getCause())).append(']');
        }
        return text.toString();
    }

    /** The references that a frame which has ended still holds; those to its slots are there for good. */
    private static String leaks(Future<?> future) {
        StringBuilder leaks = new StringBuilder();
        try {
            leaks(future, leaks);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return leaks.toString();
    }

    private static void leaks(Object frame, StringBuilder leaks) throws IllegalAccessException {
        if (frame instanceof ReceiverFrames<?> receivers) {
            leaks(receivers, leaks);
        }
        if (!(frame instanceof StateMachine)) {
            return;
        }
        for (Class<?> type = frame.getClass(); type != Object.class; type = type.getSuperclass()) {
            leaks(frame, type, leaks);
        }
    }

    private static void leaks(Object frame, Class<?> type, StringBuilder leaks) throws IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            boolean part = field.getType() == Generator.Next.class;
            if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive() || part) {
                continue;
            }
            field.setAccessible(true);
            Object value = field.get(frame);
            if (field.getName().startsWith("child$")) {
                leaks(value, leaks);
            } else if (value != null) {
                leaks.append(" LEAK ").append(frame.getClass().getSimpleName()).append('.').append(field.getName());
            }
        }
    }

    /** The slot of a call that can be overridden holds its frames, and no future of anybody else. */
    private static void leaks(ReceiverFrames<?> receivers, StringBuilder leaks) throws IllegalAccessException {
        try {
            Field field = ReceiverFrames.class.getDeclaredField("frames");
            field.setAccessible(true);
            List<Future<?>> frames = List.of((Future<?>[]) field.get(receivers));
            for (Future<?> frame : frames) {
                leaks((Object) frame, leaks);
            }
            if (receivers.current() != null && !frames.contains(receivers.current())) {
                leaks.append(" LEAK ").append(receivers.current().getClass().getSimpleName());
            }
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
