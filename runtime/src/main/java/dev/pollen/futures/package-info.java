// SPDX-License-Identifier: Apache-2.0
/**
 * Futures made of other futures: {@link dev.pollen.futures.Futures#select select} waits for the first, {@link
 * dev.pollen.futures.Futures#join join} for all, {@link dev.pollen.futures.Futures#borrow borrow} lends one to either of
 * them.
 */
@NullMarked
package dev.pollen.futures;

import org.jspecify.annotations.NullMarked;
