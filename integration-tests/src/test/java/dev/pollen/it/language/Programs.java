// SPDX-License-Identifier: Apache-2.0
package dev.pollen.it.language;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.Map;

/** The compiled programs of {@code box} in a class loader, and what can be done with each. */
public final class Programs {
    private final Map<String, Method> driver = new HashMap<>();
    private final boolean blocking;

    private Programs(Class<?> driver, boolean blocking) {
        for (Method method : driver.getMethods()) {
            this.driver.put(method.getName(), method);
        }
        this.blocking = blocking;
    }

    /** Loads the programs. */
    public static Programs load(URLClassLoader loader, boolean blocking) {
        try {
            return new Programs(Class.forName("box.support.Driver", true, loader), blocking);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many leaves a program makes, and how often it is suspended where each of them pends once. */
    public int[] measure(Program program) {
        return (int[]) call("measure", program.name(), blocking);
    }

    /** Runs a program to its end and gives its log. */
    public String complete(Program program, int pends, int failingLeaf) {
        return (String) call("complete", program.name(), pends, failingLeaf, blocking);
    }

    /** Cancels a program at a suspension and gives its log. */
    public String cancel(Program program, int suspension, boolean pendsAfter) {
        return (String) call("cancel", program.name(), suspension, pendsAfter, blocking);
    }

    /** Aborts a program that runs as a task at a suspension and gives its log. */
    String abort(Program program, int suspension, boolean pendsAfter, boolean fromOutside) {
        return (String) call("abort", program.name(), suspension, pendsAfter, fromOutside);
    }

    private Object call(String method, Object... arguments) {
        try {
            return driver.get(method).invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
