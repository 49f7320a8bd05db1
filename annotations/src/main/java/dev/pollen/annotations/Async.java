// SPDX-License-Identifier: Apache-2.0
package dev.pollen.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an async function: a method that returns a {@code Future} and may {@code await}.
 *
 * <p>Calling it runs nothing; its body starts at the first poll. Awaited by another async method, its frame is a field
 * of the awaiting frame and is made once, together with it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Async {
    /**
     * How many frames of this method one chain of awaits may hold where it awaits itself, directly or not. A call beyond
     * throws a {@code RecursionException} that names the chain.
     *
     * <p>A method that awaits itself through calls that cannot be overridden has to say it: all its frames are made with
     * the pool. Through calls that can be overridden the default holds, and the frames of each depth are made when they
     * are first needed.
     *
     * @return the number of frames, at least 1
     */
    int maxDepth() default 16;

    /**
     * The classes that override this method, where the compiler cannot know them: their frames are made with the pool.
     * Frames of other classes are made when they are first seen.
     *
     * @return classes that have the method, with the mark; empty where they are not known
     */
    Class<?>[] implementations() default {};
}
