// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import dev.pollen.processor.model.MethodRef;

/** A bug of ours: a pass has failed on a method. It names the method, so that the report of it can. */
public final class WeaveFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient MethodRef method;
    private final int line;

    WeaveFailure(MethodRef method, int line, RuntimeException cause) {
        super("weaving " + method, cause);
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
}
