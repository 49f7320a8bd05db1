// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.javac;

import dev.pollen.processor.model.Finding;
import dev.pollen.processor.model.Library;
import dev.pollen.processor.weave.Weave;
import dev.pollen.processor.weave.WeaveOptions;
import dev.pollen.processor.weave.Weaver;
import java.util.List;
import java.util.Map;

/** Weaves the classes of one compilation, one after the other. */
@FunctionalInterface
public interface Weaving {
    /**
     * Weaves one class.
     *
     * @param owner its bytes
     * @param futures the bytes of its Future classes by internal name
     * @return what to write and what to say
     */
    Weave weave(byte[] owner, Map<String, byte[]> futures);

    /**
     * Looks through one class that is not woven.
     *
     * @param owner its bytes
     * @return what to say
     */
    default List<Finding> advise(byte[] owner) {
        return List.of();
    }

    /** The weaver. */
    private static Weaving of(Library library, WeaveOptions options) {
        Weaver weaver = new Weaver(library, options);
        return new Weaving() {
            @Override
            public Weave weave(byte[] owner, Map<String, byte[]> futures) {
                return weaver.weave(owner, futures);
            }

            @Override
            public List<Finding> advise(byte[] owner) {
                return weaver.advise(owner);
            }
        };
    }

    /** Makes the weaving of one compilation. */
    @FunctionalInterface
    interface Factory {
        /** The weaver. */
        Factory POLLEN = Weaving::of;

        /**
         * Makes the weaving of one compilation.
         *
         * @param library the classes around those that are woven
         * @param options what the user set
         * @return the weaving
         */
        Weaving of(Library library, WeaveOptions options);
    }
}
