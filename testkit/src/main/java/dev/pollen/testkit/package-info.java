// SPDX-License-Identifier: Apache-2.0
/**
 * For tests of async code: an executor and its clock as one object, an event log, an assertion on allocation. Nothing here
 * needs a test framework; {@code dev.pollen.testkit.junit} is for JUnit.
 */
@NullMarked
package dev.pollen.testkit;

import org.jspecify.annotations.NullMarked;
