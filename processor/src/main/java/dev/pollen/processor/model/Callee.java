// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

/**
 * What a call of a marked method gives.
 *
 * @param kind which mark the method has
 * @param slotClass internal name of the class that an awaiting frame keeps for the call: the method's Future class, or
 *     the slot that its {@code @Placed} names
 * @param twin name of the method that builds the future in a slot; its parameters are the method's and then the slot,
 *     its result is the slot
 * @param overridable whether a call through a reference may reach another method: the class of its frame is not known
 * @param resultForm internal name of the declared return type
 */
public record Callee(Kind kind, String slotClass, String twin, boolean overridable, String resultForm) {
    /** The marks. */
    public enum Kind {
        /** {@code @Async}. */
        FUNCTION,
        /** {@code @AsyncTask}. */
        TASK,
        /** {@code @Placed}. */
        PLACED
    }
}
