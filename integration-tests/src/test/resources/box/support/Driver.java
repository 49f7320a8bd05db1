// SPDX-License-Identifier: Apache-2.0
package box.support;

import dev.pollen.CancelledError;
import dev.pollen.Context;
import dev.pollen.Future;
import dev.pollen.Poll;
import dev.pollen.StateMachine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;

/** Runs a program and writes down what happened. The test calls it by reflection, in the class loader of the program. */
public final class Driver {
    private static final int ENDLESS = 10_000;
    private static final String VALUE = "value ";
    private static final String CANCELLED = "cancelled";

    private Driver() {}

    /** How many leaves a program makes and how often it is suspended, where each leaf pends once. */
    public static int[] measure(String program, boolean blocking) throws ReflectiveOperationException {
        Script.begin(1, 0, 0, true, blocking);
        run(program, ENDLESS);
        return new int[] {Script.leaves(), Script.suspensions()};
    }

    /** Runs a program to its end. */
    public static String complete(String program, int pends, int failing, boolean blocking)
            throws ReflectiveOperationException {
        Script.begin(pends, failing, 0, true, blocking);
        String end = run(program, ENDLESS);
        return Script.events() + " -> " + end;
    }

    /** Runs a program up to a suspension and cancels it there. */
    public static String cancel(String program, int suspension, boolean pendsAfter, boolean blocking)
            throws ReflectiveOperationException {
        Script.begin(1, 0, suspension, pendsAfter, blocking);
        String end = run(program, blocking ? ENDLESS : suspension);
        // What a cancelled body returns is dropped.
        return Script.events() + " -> " + (blocking && end.startsWith(VALUE) ? CANCELLED : end);
    }

    private static String run(String program, int polls) throws ReflectiveOperationException {
        Future<?> future = null;
        try {
            future = (Future<?>) start(program);
            return poll(future, polls);
        } catch (CancelledError cancelled) {
            return CANCELLED + leaks(future);
        } catch (IllegalStateException misuse) {
            return misuse.toString();
        } catch (Exception | Error thrown) {
            return text(thrown) + leaks(future);
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
        if (!(frame instanceof StateMachine)) {
            return;
        }
        for (Field field : frame.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
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
}
