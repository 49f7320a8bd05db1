// SPDX-License-Identifier: Apache-2.0
package dev.pollen.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on a static {@link AsyncTask} and makes a class with a {@code main(String[])} that starts an executor and
 * spawns it: {@code BlinkyMain} for a task in {@code Blinky}.
 *
 * <p>The task takes a {@code Spawner}, a {@code Spawner} and a {@code String[]}, or nothing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AsyncMain {}
