// SPDX-License-Identifier: Apache-2.0
/** What a library that is woven for the proof calls while it runs: a future that is pending once, and a caller that polls. */
@NullMarked
package dev.pollen.proof.driver;

import org.jspecify.annotations.NullMarked;
