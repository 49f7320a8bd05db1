// SPDX-License-Identifier: Apache-2.0
/**
 * The language of async code: {@link dev.pollen.Pollen#await await}, {@link dev.pollen.Future}, {@link
 * dev.pollen.Task}, and the poll contract under them.
 *
 * <p>User code names {@code Pollen}, {@code Future} and {@code Task}; whoever writes a future by hand also {@code Poll},
 * {@code Context} and {@code Waker}. The rest is for generated and woven code.
 */
@NullMarked
package dev.pollen;

import org.jspecify.annotations.NullMarked;
