// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.weave.analysis;

import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * What is done with a value.
 *
 * @param kind the kind of use
 * @param by the instruction that uses it
 */
public record Use(Kind kind, AbstractInsnNode by) {
    /** The kinds of use. */
    public enum Kind {
        /** It is awaited. */
        AWAIT("is awaited"),
        /** It is an argument of a placed factory, such as a combinator. */
        COMBINED("is combined"),
        /** A method is called on it. */
        RECEIVER("is asked"),
        /** It is stored in a local variable. */
        VARIABLE("is kept in a variable"),
        /** It is an argument of any other call. */
        ARGUMENT("is passed to a method"),
        /** It is stored in a field. */
        FIELD("is stored in a field"),
        /** It is stored in an array. */
        ARRAY("is stored in an array"),
        /** A lambda captures it. */
        CAPTURE("is captured by a lambda"),
        /** It is returned. */
        RETURN("is returned");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /**
         * The use as a verb phrase.
         *
         * @return for example {@code is stored in a field}
         */
        public String text() {
            return text;
        }
    }
}
