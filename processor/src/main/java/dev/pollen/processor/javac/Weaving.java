// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import dev.pollen.processor.model.Library;
import dev.pollen.processor.weave.Weave;
import dev.pollen.processor.weave.WeaveOptions;
import dev.pollen.processor.weave.Weaver;
import java.util.Map;

/** Weaves one class. */
@FunctionalInterface
public interface Weaving {
    /** The weaver. */
    Weaving POLLEN = (library, options, owner, futures) -> new Weaver(library, options).weave(owner, futures);

    /**
     * Weaves one class.
     *
     * @param library the classes around it
     * @param options what the user set
     * @param owner its bytes
     * @param futures the bytes of its Future classes by internal name
     * @return what to write and what to say
     */
    Weave weave(Library library, WeaveOptions options, byte[] owner, Map<String, byte[]> futures);
}
