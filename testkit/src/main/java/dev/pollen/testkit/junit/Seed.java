// SPDX-License-Identifier: Apache-2.0
package dev.pollen.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the ready tasks of a test in an order of chance: for tests with {@link PollenExtension}. With a value the order is
 * the same each time; without one it is another each time, and a test that fails says which it was. The system property
 * {@value PollenExtension#SEED_PROPERTY} replaces the value of all of them.
 *
 * <p>Beside {@code @RepeatedTest} each repetition has another seed.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Seed {
    /**
     * The seed, none or one.
     *
     * @return the seed; empty for another one in each run
     */
    long[] value() default {};
}
