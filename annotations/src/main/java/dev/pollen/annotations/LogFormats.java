// SPDX-License-Identifier: Apache-2.0
package dev.pollen.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The formats of a class's log lines, which its code names by their hashes alone; the weaver writes it. Decoders read it
 * from class files, a console in the program itself from the class. Until somebody asks, no text is on the heap.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LogFormats {
    /**
     * The texts, one for each call, in the order of the class file.
     *
     * @return the texts
     */
    String[] value();

    /**
     * The lines of the calls.
     *
     * @return as many lines as there are texts, counted from 1; 0 where the class file has none
     */
    int[] lines();

    /**
     * The source file of the class.
     *
     * @return for example {@code Radio.java}; empty where the class file does not say
     */
    String file();
}
