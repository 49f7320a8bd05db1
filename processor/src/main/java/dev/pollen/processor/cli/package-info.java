// SPDX-License-Identifier: Apache-2.0
/** The command line: {@code java -jar pollen-processor.jar report DIR} and {@code weave DIR}. */
@NullMarked
package dev.pollen.processor.cli;

import org.jspecify.annotations.NullMarked;
