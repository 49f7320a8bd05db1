// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave;

import dev.pollen.processor.model.Library;
import java.util.Map;

/** Weaves one class and the Future classes of its async methods. */
public final class Weaver {
    private final Library library;
    private final WeaveOptions options;

    /**
     * Makes a weaver.
     *
     * @param library where called methods and superclasses are looked up
     * @param options what the user set
     */
    public Weaver(Library library, WeaveOptions options) {
        this.library = library;
        this.options = options;
    }

    /**
     * Weaves a class. One that is woven already, or has no async method, is left as it is.
     *
     * @param owner the bytes of the class that declares the async methods
     * @param futures the bytes of their Future classes by internal name; one that is missing is made anew
     * @return the new classes, or the errors that keep them from being written
     */
    public Weave weave(byte[] owner, Map<String, byte[]> futures) {
        throw new UnsupportedOperationException(library + " " + options);
    }
}
