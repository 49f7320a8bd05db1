// SPDX-License-Identifier: Apache-2.0
package dev.pollen.platform;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** All task pools of the program, for diagnosis. They are known as long as something else holds them. */
public final class KnownPools {
    private static final List<WeakReference<Object>> POOLS = new ArrayList<>();

    private KnownPools() {}

    /** What is done with each pool. */
    public interface Visitor {
        /**
         * Visits one pool.
         *
         * @param pool a pool that is still in use
         */
        void pool(Object pool);
    }

    /**
     * Makes a pool known.
     *
     * @param pool the pool
     */
    public static void add(Object pool) {
        synchronized (POOLS) {
            POOLS.add(new WeakReference<>(pool));
        }
    }

    /**
     * Visits the pools in the order in which they were made.
     *
     * @param visitor what is done with each; not called with any lock held
     */
    public static void visit(Visitor visitor) {
        List<Object> known = new ArrayList<>();
        synchronized (POOLS) {
            POOLS.removeIf(reference -> reference.get() == null);
            for (WeakReference<Object> reference : POOLS) {
                Object pool = reference.get();
                if (pool != null) {
                    known.add(pool);
                }
            }
        }
        for (Object pool : known) {
            visitor.pool(pool);
        }
    }
}
