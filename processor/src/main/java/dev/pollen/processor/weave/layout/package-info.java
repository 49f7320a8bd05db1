// SPDX-License-Identifier: Apache-2.0
/** What a frame looks like: which futures it holds, which variables share which field, how many bytes that makes. */
@NullMarked
package dev.pollen.processor.weave.layout;

import org.jspecify.annotations.NullMarked;
