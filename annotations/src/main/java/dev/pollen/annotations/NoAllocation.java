// SPDX-License-Identifier: Apache-2.0
package dev.pollen.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes every allocation in the marked async method, or in the async methods of the marked class or package, an error:
 * {@code new}, arrays, boxes, string concatenation, lambdas that capture, iterators of loops, and futures on the heap.
 * {@code Task.of} is an error in its other methods, too. Exempt is what leads to a {@code throw}, and what a task does
 * once before its endless loop. What the called methods allocate is not looked at.
 *
 * <p>The innermost of this mark and {@link AllowAllocation} counts; a local class and an async block are inside the method
 * that makes them, a package is not inside of another.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE})
public @interface NoAllocation {}
