// SPDX-License-Identifier: Apache-2.0
/** The checks that a woven class passes before it is written; a failure is a bug of ours and never a broken class file. */
@NullMarked
package dev.pollen.processor.weave.verify;

import org.jspecify.annotations.NullMarked;
