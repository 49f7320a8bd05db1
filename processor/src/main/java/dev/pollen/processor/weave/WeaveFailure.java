// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import dev.pollen.processor.model.MethodRef;
import dev.pollen.processor.weave.advice.Advice;
import dev.pollen.processor.weave.transform.WovenMethod;
import java.util.Set;

/** A bug of ours: a pass has failed on a method. It names both, so that the report of it can. */
public final class WeaveFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String PACKAGE = Weaver.class.getPackageName();

    /** What has the passes do their work, one after the other. */
    private static final Set<String> TABLES =
            Set.of(WovenMethod.class.getName(), Advice.class.getName(), Weaver.class.getName());

    private final transient MethodRef method;
    private final int line;

    WeaveFailure(MethodRef method, int line, RuntimeException cause) {
        super("weaving " + method.display() + ", in " + pass(cause), cause);
        this.method = method;
        this.line = line;
    }

    /**
     * The method that was being woven.
     *
     * @return the method
     */
    public MethodRef method() {
        return method;
    }

    /**
     * The first line of the method's code.
     *
     * @return the line; 0 where the class file has none
     */
    public int line() {
        return line;
    }

    /**
     * The pass that a failure comes from: the class of ours that the list of passes has called.
     *
     * @param failure what was thrown while a class was woven
     * @return the simple name of the class; that of the list itself where it has failed, {@code the weaver} where the trace
     *     does not tell
     */
    public static String pass(Throwable failure) {
        Throwable cause = failure instanceof WeaveFailure && failure.getCause() != null ? failure.getCause() : failure;
        String pass = "the weaver";
        for (StackTraceElement call : cause.getStackTrace()) {
            if (TABLES.contains(call.getClassName())) {
                return pass.equals("the weaver") ? simpleName(call.getClassName()) : pass;
            }
            if (call.getClassName().startsWith(PACKAGE + ".")) {
                pass = simpleName(call.getClassName());
            }
        }
        return pass;
    }

    private static String simpleName(String className) {
        String name = className.substring(className.lastIndexOf('.') + 1);
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
