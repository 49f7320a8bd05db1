// SPDX-License-Identifier: Apache-2.0
package dev.pollen.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on a factory of futures and names its twin, which builds the same future in an object that is there already.
 *
 * <p>Where a call of the factory is awaited, the awaiting frame keeps one {@link #slot()} object and the call becomes a
 * call of the twin: nothing is allocated. The twin is public, stands in the same class, is static if and only if the
 * factory is, takes the factory's parameters and then the slot, and returns the slot:
 *
 * <pre>{@code
 * @Placed(slot = Timer.class, by = "afterMillis$in")
 * public static Timer afterMillis(long ms) { return afterMillis$in(ms, new Timer()); }
 *
 * public static Timer afterMillis$in(long ms, Timer slot) { .. return slot; }
 * }</pre>
 *
 * <p>The slot's class is public and has a public constructor without parameters, which leaves it empty. The twin is
 * called only when the slot is not in use: it starts the future anew.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Placed {
    /**
     * The class of the object that the future is built in.
     *
     * @return a class that is a {@code Future}
     */
    Class<?> slot();

    /**
     * The name of the twin.
     *
     * @return the name of a public method of the same class
     */
    String by();
}
