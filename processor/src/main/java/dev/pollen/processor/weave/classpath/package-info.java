// SPDX-License-Identifier: Apache-2.0
/** Class files on a path, read and never loaded: what the weaver and the report ask where there is no compiler. */
@NullMarked
package dev.pollen.processor.weave.classpath;

import org.jspecify.annotations.NullMarked;
