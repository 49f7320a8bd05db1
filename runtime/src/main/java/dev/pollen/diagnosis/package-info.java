// SPDX-License-Identifier: Apache-2.0
/** What looks at a running program from outside; not part of the portable core. */
@NullMarked
package dev.pollen.diagnosis;

import org.jspecify.annotations.NullMarked;
