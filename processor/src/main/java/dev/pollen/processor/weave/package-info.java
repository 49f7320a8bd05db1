// SPDX-License-Identifier: Apache-2.0
/** The weaver: bytes in, bytes and findings out. {@link dev.pollen.processor.weave.Weaver} is the table of contents. */
@NullMarked
package dev.pollen.processor.weave;

import org.jspecify.annotations.NullMarked;
