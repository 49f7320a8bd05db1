// SPDX-License-Identifier: Apache-2.0
/** The test kit in JUnit: an extension that gives each test an executor, a clock and task pools of its own. */
@NullMarked
package dev.pollen.testkit.junit;

import org.jspecify.annotations.NullMarked;
