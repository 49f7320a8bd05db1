// SPDX-License-Identifier: Apache-2.0
/** What is found out about a method before anything is changed: types, liveness, where futures come from and go to. */
@NullMarked
package dev.pollen.processor.weave.analysis;

import org.jspecify.annotations.NullMarked;
