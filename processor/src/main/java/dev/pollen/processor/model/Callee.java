// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * What a call of a marked method gives.
 *
 * @param kind which mark the method has
 * @param slotClass internal name of the class that an awaiting frame keeps for the call: the method's Future class, or
 *     the slot that its {@code @Placed} names, or the form of {@code ReceiverFrames} for a call that can be overridden
 * @param twin name of the method that builds the future in a slot; its parameters are the method's and then the slot,
 *     its result is the slot
 * @param overridable whether a call through a reference may reach another method: the class of its frame is not known
 * @param resultForm internal name of the declared return type
 * @param dispatch what is known of the receivers of a call that can be overridden; null for any other, and where nobody
 *     has asked yet
 */
public record Callee(
        Kind kind,
        String slotClass,
        String twin,
        boolean overridable,
        String resultForm,
        @Nullable Dispatch dispatch) {
    /**
     * A callee of which nothing is known but its declaration.
     *
     * @param kind which mark the method has
     * @param slotClass internal name of the class that an awaiting frame keeps for the call
     * @param twin name of the method that builds the future in a slot
     * @param overridable whether a call through a reference may reach another method
     * @param resultForm internal name of the declared return type
     */
    public Callee(Kind kind, String slotClass, String twin, boolean overridable, String resultForm) {
        this(kind, slotClass, twin, overridable, resultForm, null);
    }

    /**
     * The class that the twin takes and gives.
     *
     * @return internal name; the class of the slot or, for a call that can be overridden, what all such slots have in common
     */
    public String twinSlot() {
        return dispatch == null ? slotClass : Names.RECEIVER_FRAMES;
    }

    /**
     * Whether what the call gives is a stream.
     *
     * @return true for generators and operators
     */
    public boolean isStream() {
        return kind == Kind.GENERATOR || kind == Kind.OPERATOR;
    }

    /** The marks. */
    public enum Kind {
        /** {@code @Async}. */
        FUNCTION,
        /** {@code @Async} that returns a stream. */
        GENERATOR,
        /** {@code @AsyncTask}. */
        TASK,
        /** {@code @Placed}. */
        PLACED,
        /** {@code @Placed} that returns a stream, which works on other ones and ends them. */
        OPERATOR;

        /**
         * The kind of a method with {@code @Placed}.
         *
         * @param resultForm internal name of the declared return type
         * @return what its calls give
         */
        public static Kind ofPlaced(String resultForm) {
            return ResultKind.of(Names.ASYNC_STREAM, resultForm) == null ? PLACED : OPERATOR;
        }

        /**
         * The kind of a marked method.
         *
         * @param kind the method's
         * @return what its calls give
         */
        public static Kind of(AsyncKind kind) {
            return switch (kind) {
                case FUNCTION -> FUNCTION;
                case GENERATOR -> GENERATOR;
                case TASK -> TASK;
            };
        }
    }
}
