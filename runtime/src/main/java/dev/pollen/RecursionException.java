// SPDX-License-Identifier: Apache-2.0
package dev.pollen;

/**
 * An async method awaits itself, directly or through others, deeper than the {@code maxDepth} of its {@code @Async}. The
 * text names the chain of methods; nothing of the call has run.
 *
 * <p>It is thrown where the call that is too deep stands, so the calls above it see it as any other exception.
 */
public final class RecursionException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    RecursionException(String message) {
        super(message);
    }
}
