// SPDX-License-Identifier: Apache-2.0
package dev.pollen.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The size of a woven frame and what it is made of; the weaver writes it on each Future class. The report, the cycle
 * check and {@code maxBytes} read it from the class path, so that separately compiled modules are seen.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface FrameInfo {
    /**
     * The method for people: simple names of class and parameters.
     *
     * @return for example {@code Blinky.blink(Output)}
     */
    String method();

    /**
     * The source file of the method's class.
     *
     * @return for example {@code Blinky.java}; empty where the class file does not say
     */
    String file();

    /**
     * For each suspended state, counted from 1, the line of its {@code await}.
     *
     * @return lines, counted from 1; 0 where the class file has none
     */
    int[] lines();

    /**
     * For each suspended state, counted from 1, the text of its {@code await}.
     *
     * @return texts; empty ones where the source was not seen
     */
    String[] awaits();

    /**
     * The bytes of the frame object itself, header and alignment included, without its children.
     *
     * @return bytes on a 64-bit HotSpot with compressed references
     */
    int bytes();

    /**
     * The classes of the futures that are made with the frame, one for each slot.
     *
     * @return the classes, in the order of the slots
     */
    Class<?>[] children();

    /**
     * For each suspended state, counted from 1, the slots whose futures are in use meanwhile: what is awaited, its parts, and
     * what variables hold.
     *
     * @return indices of {@link #children}, for example {@code 0 2}; empty where no slot is
     */
    String[] slotsOver() default {};

    /**
     * The size of the method's body in bytecode; HotSpot compiles nothing above 8,000.
     *
     * @return bytes
     */
    int bodyBytes();

    /**
     * The number of slots that the pool has where nothing overrides it.
     *
     * @return at least 1 for a task; 0 for an async function
     */
    int poolSize() default 0;

    /**
     * The task's name.
     *
     * @return the name; empty for an async function
     */
    String name() default "";

    /**
     * The largest size that the user allows for the frame tree.
     *
     * @return bytes; 0 for no limit
     */
    int maxBytes() default 0;

    /**
     * What the body allocates when it runs, with the lines where: also what {@code @AllowAllocation} accepts, not what a task
     * does once before its endless loop or on the way to a {@code throw}.
     *
     * @return for example {@code 17: new Buffer}, in the order of the code
     */
    String[] allocations() default {};

    /**
     * How many frames of the method one chain of awaits may hold, where the method says so.
     *
     * @return at least 1; 0 where it does not say, so that it must not await itself
     */
    int maxDepth() default 0;

    /**
     * What is known of the receivers of calls that can be overridden, one for each such slot.
     *
     * @return the slots, in the order of {@link #children}
     */
    Receivers[] receivers() default {};

    /** The slot of a call that can be overridden. */
    @Retention(RetentionPolicy.CLASS)
    @Target({})
    @interface Receivers {
        /**
         * Which slot it is.
         *
         * @return an index of {@link FrameInfo#children}
         */
        int slot();

        /**
         * The method that is called, for people.
         *
         * @return for example {@code demo.Sensor.read(int)}
         */
        String method();

        /**
         * The frames that are made with the slot, unless it stands within a frame of the same call.
         *
         * @return their classes
         */
        Class<?>[] frames();

        /**
         * Whether a receiver may have a class whose frame is made when it is first seen.
         *
         * @return false if all classes are known
         */
        boolean open();
    }
}
