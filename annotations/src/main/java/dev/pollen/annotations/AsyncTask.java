// SPDX-License-Identifier: Apache-2.0
package dev.pollen.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a task: a method that returns a {@code Task}, may {@code await} and runs in a slot of its own, statically sized
 * pool.
 *
 * <p>Calling it claims a free slot and puts the arguments there; a spawner takes the result and runs it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AsyncTask {
    /**
     * How many instances of the task can exist at a time. The system property {@code
     * pollen.poolSize.<class>.<method>} and a line {@code <class>.<method>=n} of the resource {@code
     * META-INF/pollen/pools.properties} override it, for methods that share a name for each of them.
     *
     * @return the number of slots, at least 1
     */
    int poolSize() default 1;

    /**
     * The task's name in dumps, messages and reports.
     *
     * @return the name; empty for {@code Class.method}
     */
    String name() default "";

    /**
     * The largest size that one slot's frame tree may have, as the report counts it.
     *
     * @return bytes; 0 for no limit
     */
    int maxBytes() default 0;
}
