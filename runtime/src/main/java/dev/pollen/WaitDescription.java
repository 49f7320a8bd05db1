// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

import org.jspecify.annotations.Nullable;

/** Takes what a future says of its wait, see {@link Describable}. */
public interface WaitDescription {
    /**
     * The future waits for something.
     *
     * @param text what, as the end of a line, for example {@code Channel "samples" full}
     */
    void reason(String text);

    /**
     * The future waits for another one, which is polled by it.
     *
     * @param future the other one; null for none
     */
    void child(@Nullable Future<?> future);
}
