// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

/** Thrown where async code runs that the compiler's weaver has not seen; it never blocks and never silently runs. */
public class NotWovenError extends Error {
    private static final long serialVersionUID = 1;

    /** An await in code that was not woven. */
    public NotWovenError() {
        this("await");
    }

    /**
     * Something that stands only in woven code.
     *
     * @param what what was reached, for example the method's name
     */
    public NotWovenError(String what) {
        super(what.concat(
                " was reached in code that is not woven: it must stand in a method marked @Async or @AsyncTask, and"
                        + " the class must be compiled with pollen-processor on the processor path, or be woven afterwards with: java"
                        + " -jar pollen-processor.jar weave --class-path PATH DIR"));
    }
}
