// SPDX-License-Identifier: Apache-2.0
package dev.pollen.futures;

import dev.pollen.Future;

/**
 * What the joins have in common, whatever the number of their children.
 *
 * @see Futures#tryJoin
 * @param <J> the join, which is its own value
 */
public interface Joining<J> extends Future<J> {
    /**
     * The child whose exception has ended the join.
     *
     * @return 0 for the first child
     * @throws IllegalStateException if none has
     */
    int failed();
}
