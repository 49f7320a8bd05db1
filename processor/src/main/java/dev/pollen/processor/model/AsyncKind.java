// SPDX-License-Identifier: Apache-2.0
package dev.pollen.processor.model;

/** The two kinds of async method. */
public enum AsyncKind {
    /** {@code @Async}: a function that is awaited; its frame is a field of the awaiting frame. */
    FUNCTION,
    /** {@code @AsyncTask}: a task that is spawned; its frames are the slots of a pool. */
    TASK
}
