// SPDX-License-Identifier: Apache-2.0
package dev.pollen.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What only the source knows of an async method; the annotation processor writes it on the Future class, so that every
 * front end of the weaver finds the same.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AsyncSource {
    /**
     * The method, as its owner's class file names it: name and descriptor.
     *
     * @return for example {@code blink(Ldev/pollen/hal/Output;)Ldev/pollen/Task;}
     */
    String method();

    /**
     * The line that declares the method.
     *
     * @return the line, counted from 1; 0 where the source could not be read
     */
    int line() default 0;

    /**
     * The lines of the method's {@code await} calls, in the order of the source.
     *
     * @return one line for each text of {@link #awaits()}
     */
    int[] awaitLines() default {};

    /**
     * The texts of the method's {@code await} calls, in the order of the source.
     *
     * @return for example {@code await(Timer.afterMillis(500))}
     */
    String[] awaits() default {};
}
